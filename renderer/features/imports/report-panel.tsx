import { Button } from '@mantine/core';
import type { ImportBatch, ImportReport } from '@shared/contract/imports';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { formatDay } from '../../lib/format';
import { texts } from '../../texts/texts';
import { describeChanges, describeRows, KIND_WORDS } from './import-words';
import classes from './report-panel.module.css';

const words = texts.imports.screen.report;

type Props = { report: ImportReport; onClose(): void; onOpenBatch(batch: ImportBatch): void };

/** What the import just did, file by file. */
export function ReportPanel({ report, onClose, onOpenBatch }: Props) {
  return (
    <Panel
      title={words.title}
      isFlush
      testId="import-report"
      actions={
        <Button variant="default" onClick={onClose}>
          {words.done}
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
            {words.about({
              rows: describeRows(batch.rows),
              changes: describeChanges(batch.changes),
              asOf: formatDay(batch.asOf),
              asOfSource: batch.asOfSource,
              dropped: batch.droppedColumns.join(', '),
              remarks: batch.remarks,
            })}
          </span>
          <Button variant="subtle" size="compact-xs" onClick={() => onOpenBatch(batch)}>
            {words.details}
          </Button>
        </div>
      ))}
      {report.refused.map(({ file, message, nextStep }) => (
        <div key={file} className={classes.row}>
          <StatusPill tone="act">{words.refused}</StatusPill>
          <strong>{file}</strong>
          <span className={classes.words}>
            {message} {nextStep}
          </span>
        </div>
      ))}
    </Panel>
  );
}
