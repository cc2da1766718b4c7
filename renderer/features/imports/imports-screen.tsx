import type { ImportBatch } from '@shared/contract/imports';
import { useState } from 'react';
import { Screen } from '../../components/screen';
import { BatchDrawer } from './batch-drawer';
import { DropZone } from './drop-zone';
import { HistoryPanel } from './history-panel';
import { ImportQueue } from './import-queue';
import { useImportQueue } from './import-queue-store';
import { ProfilesPanel } from './profiles-panel';
import { ReportPanel } from './report-panel';
import { TemplatesMenu } from './templates-menu';
import { WatchPanel } from './watch-panel';

export function ImportsScreen() {
  const { paths, report, closeReport } = useImportQueue();
  const [batch, setBatch] = useState<ImportBatch | null>(null);
  return (
    <Screen
      name="imports"
      title="Imports"
      lead="Your exports as they are: recognised, checked, and undone if wrong"
      actions={<TemplatesMenu />}
    >
      <DropZone />
      {paths.length > 0 && <ImportQueue />}
      {report && paths.length === 0 && (
        <ReportPanel report={report} onClose={closeReport} onOpenBatch={setBatch} />
      )}
      <HistoryPanel onOpenBatch={setBatch} />
      <WatchPanel />
      <ProfilesPanel />
      <BatchDrawer batch={batch} onClose={() => setBatch(null)} />
    </Screen>
  );
}
