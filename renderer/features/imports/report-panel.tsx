import { Button } from '@mantine/core';
import type { ImportBatch, ImportReport } from '@shared/contract/imports';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { formatDay } from '../../lib/format';
import { describeChanges, describeRows, KIND_WORDS } from './import-words';
import classes from './report-panel.module.css';

type Props = { report: ImportReport; onClose(): void; onOpenBatch(batch: ImportBatch): void };

/** What the import just did, file by file. */
export function ReportPanel({ report, onClose, onOpenBatch }: Props) {
  return (
    <Panel
      title="Imported"
      isFlush
      testId="import-report"
      actions={
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      }
    >
      {report.batches.map((batch) => (
        <div key={batch.id} className={classes.row}>
          <StatusPill tone={batch.rows.rejected > 0 ? 'caution' : 'good'}>
            {KIND_WORDS[batch.kind]}
          </StatusPill>
          <strong>{batch.file}</strong>
          <span className={classes.words}>
            {describeRows(batch.rows)}; {describeChanges(batch.changes)}. As of {formatDay(batch.asOf)} (
            {batch.asOfSource}).
            {batch.droppedColumns.length > 0 &&
              ` Personal columns dropped: ${batch.droppedColumns.join(', ')}.`}
            {batch.remarks.map((remark) => ` ${remark}`)}
          </span>
          <Button variant="subtle" size="compact-xs" onClick={() => onOpenBatch(batch)}>
            Details
          </Button>
        </div>
      ))}
      {report.refused.map(({ file, message, nextStep }) => (
        <div key={file} className={classes.row}>
          <StatusPill tone="act">Refused</StatusPill>
          <strong>{file}</strong>
          <span className={classes.words}>
            {message} {nextStep}
          </span>
        </div>
      ))}
    </Panel>
  );
}
