import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Screen } from '../../components/screen';
import { AssistantPage } from './assistant/assistant-page';
import { BackupPage } from './backup/backup-page';
import { DiagnosticsPage } from './diagnostics/diagnostics-page';
import { SecurityPage } from './security/security-page';
import { type SettingsPage, settingsPages } from './settings-search';
import { StorePage } from './store-page';
import { WindowPage } from './window-page';

const PAGES: Record<SettingsPage, { label: string; lead: string; show: () => ReactNode }> = {
  store: {
    label: 'Store',
    lead: 'What holding costs, what is aged, and what bounds an order',
    show: () => <StorePage />,
  },
  backup: {
    label: 'Backup',
    lead: 'So that no row is ever lost',
    show: () => <BackupPage />,
  },
  security: {
    label: 'Security',
    lead: 'What is encrypted, who keeps the key, and the lock',
    show: () => <SecurityPage />,
  },
  assistant: {
    label: 'Assistant',
    lead: 'A language model of your choice, or none',
    show: () => <AssistantPage />,
  },
  diagnostics: {
    label: 'Diagnostics',
    lead: 'What runs, what was slow, and what the log says',
    show: () => <DiagnosticsPage />,
  },
  window: { label: 'Window', lead: 'How it looks, and what runs', show: () => <WindowPage /> },
};

export function SettingsScreen() {
  const { page = 'store' } = useSearch({ from: '/settings' });
  const navigate = useNavigate();
  const choose = (value: string | null) => {
    const next = settingsPages.find((known) => known === value) ?? 'store';
    void navigate({ to: '/settings', search: next === 'store' ? {} : { page: next } });
  };
  return (
    <Screen name="settings" title="Settings" lead={PAGES[page].lead}>
      <Tabs value={page} onChange={choose}>
        <Tabs.List>
          {settingsPages.map((known) => (
            <Tabs.Tab key={known} value={known} data-testid={`settings-page-${known}`}>
              {PAGES[known].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {PAGES[page].show()}
    </Screen>
  );
}
