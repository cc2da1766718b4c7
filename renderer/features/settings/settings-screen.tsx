import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Screen } from '../../components/screen';
import { texts } from '../../texts/texts';
import { AssistantPage } from './assistant/assistant-page';
import { BackupPage } from './backup/backup-page';
import { DiagnosticsPage } from './diagnostics/diagnostics-page';
import { SecurityPage } from './security/security-page';
import { type SettingsPage, settingsPages } from './settings-search';
import { StorePage } from './store-page';
import { WindowPage } from './window-page';

const words = texts.settings.screen;

const PAGES: Record<SettingsPage, () => ReactNode> = {
  store: () => <StorePage />,
  backup: () => <BackupPage />,
  security: () => <SecurityPage />,
  assistant: () => <AssistantPage />,
  diagnostics: () => <DiagnosticsPage />,
  window: () => <WindowPage />,
};

export function SettingsScreen() {
  const { page = 'store' } = useSearch({ from: '/settings' });
  const navigate = useNavigate();
  const choose = (value: string | null) => {
    const next = settingsPages.find((known) => known === value) ?? 'store';
    void navigate({ to: '/settings', search: next === 'store' ? {} : { page: next } });
  };
  return (
    <Screen name="settings" title={words.title} lead={words.leads[page]}>
      <Tabs value={page} onChange={choose}>
        <Tabs.List>
          {settingsPages.map((known) => (
            <Tabs.Tab key={known} value={known} data-testid={`settings-page-${known}`}>
              {words.pages[known]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {PAGES[page]()}
    </Screen>
  );
}
