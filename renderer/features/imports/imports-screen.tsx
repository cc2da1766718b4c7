import type { ImportBatch, ImportReport } from '@shared/contract/imports';
import { useState } from 'react';
import { Screen } from '../../components/screen';
import { BatchDrawer } from './batch-drawer';
import { DropZone } from './drop-zone';
import { HistoryPanel } from './history-panel';
import { ImportQueue } from './import-queue';
import { useImportQueue } from './import-queue-store';
import { ReportPanel } from './report-panel';
import { TemplatesMenu } from './templates-menu';

export function ImportsScreen() {
  const hasFiles = useImportQueue((state) => state.paths.length > 0);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [batch, setBatch] = useState<ImportBatch | null>(null);
  return (
    <Screen
      name="imports"
      title="Imports"
      lead="Your exports as they are: recognised, checked, and undone if wrong"
      actions={<TemplatesMenu />}
    >
      <DropZone />
      {hasFiles && <ImportQueue onReport={setReport} />}
      {report && !hasFiles && (
        <ReportPanel report={report} onClose={() => setReport(null)} onOpenBatch={setBatch} />
      )}
      <HistoryPanel onOpenBatch={setBatch} />
      <BatchDrawer batch={batch} onClose={() => setBatch(null)} />
    </Screen>
  );
}
