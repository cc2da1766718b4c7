import { Tabs } from '@mantine/core';
import type { ImportBatch } from '@shared/contract/imports';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Screen } from '../../components/screen';
import { texts } from '../../texts/texts';
import { BatchDrawer } from './batch-drawer';
import { CorrectionsPanel } from './corrections/corrections-panel';
import { DeparturesPanel } from './departures/departures-panel';
import { DropZone } from './drop-zone';
import { HistoryPanel } from './history-panel';
import { ImportQueue } from './import-queue';
import { useImportQueue } from './import-queue-store';
import { type ImportPart, importParts } from './imports-search';
import { ProfilesPanel } from './profiles-panel';
import { ReportPanel } from './report-panel';
import { TemplatesMenu } from './templates-menu';
import { WatchPanel } from './watch-panel';

const words = texts.imports.screen;

const PARTS: Record<ImportPart, { label: string; lead: string; show: () => ReactNode }> = {
  files: {
    label: words.tabs.files.label,
    lead: words.tabs.files.lead,
    show: () => <FilesPart />,
  },
  departures: {
    label: words.tabs.departures.label,
    lead: words.tabs.departures.lead,
    show: () => <DeparturesPanel />,
  },
  corrections: {
    label: words.tabs.corrections.label,
    lead: words.tabs.corrections.lead,
    show: () => <CorrectionsPanel />,
  },
};

export function ImportsScreen() {
  const { part = 'files' } = useSearch({ from: '/imports' });
  const navigate = useNavigate();
  const choose = (value: string | null) => {
    const next = importParts.find((known) => known === value) ?? 'files';
    void navigate({ to: '/imports', search: next === 'files' ? {} : { part: next } });
  };
  return (
    <Screen name="imports" title={words.title} lead={PARTS[part].lead} actions={<TemplatesMenu />}>
      <Tabs value={part} onChange={choose}>
        <Tabs.List>
          {importParts.map((known) => (
            <Tabs.Tab key={known} value={known} data-testid={`imports-part-${known}`}>
              {PARTS[known].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {PARTS[part].show()}
    </Screen>
  );
}

function FilesPart() {
  const { paths, report, closeReport } = useImportQueue();
  const [batch, setBatch] = useState<ImportBatch | null>(null);
  return (
    <>
      <DropZone />
      {paths.length > 0 && <ImportQueue />}
      {report && paths.length === 0 && (
        <ReportPanel report={report} onClose={closeReport} onOpenBatch={setBatch} />
      )}
      <HistoryPanel onOpenBatch={setBatch} />
      <WatchPanel />
      <ProfilesPanel />
      <BatchDrawer batch={batch} onClose={() => setBatch(null)} />
    </>
  );
}
