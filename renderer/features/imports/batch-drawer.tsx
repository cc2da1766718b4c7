import { Button, Drawer, Skeleton } from '@mantine/core';
import type { ImportBatch } from '@shared/contract/imports';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view';
import { desktop } from '../../lib/desktop-bridge';
import { engine, orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatInstant, formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import classes from './batch-drawer.module.css';
import { describeChanges, describeRows, fieldWord, formatWord, KIND_WORDS } from './import-words';
import { ProblemTable } from './problem-table';

/** One import in full: counts, columns, and every problem with its line. */
export function BatchDrawer({ batch, onClose }: { batch: ImportBatch | null; onClose(): void }) {
  return (
    <Drawer opened={batch !== null} onClose={onClose} size={720} title={batch?.file ?? ''}>
      {batch && <BatchDetails batch={batch} />}
    </Drawer>
  );
}

const SHOWN_PROBLEMS = 500;

function BatchDetails({ batch }: { batch: ImportBatch }) {
  const problems = useQuery(
    orpc.imports.listProblems.queryOptions({
      input: { batchId: batch.id, offset: 0, limit: SHOWN_PROBLEMS },
    }),
  );
  const facts: [string, string][] = [
    ['Kind', KIND_WORDS[batch.kind]],
    [
      'Read as',
      [formatWord(batch.format), batch.profile && `profile ${batch.profile}`].filter(Boolean).join(', '),
    ],
    ['Store', batch.storeCodes.join(', ')],
    ['As of', `${formatDay(batch.asOf)} (${batch.asOfSource})`],
    ['Imported', formatInstant(batch.importedAt)],
    ['Rows', describeRows(batch.rows)],
    ['Changes', describeChanges(batch.changes)],
    [
      'Columns used',
      batch.columns
        .filter(({ target }) => target)
        .map(({ source, target }) => `${source} → ${fieldWord(target ?? '')}`)
        .join(', '),
    ],
    ['Personal columns dropped', batch.droppedColumns.join(', ') || 'none'],
    ['Remarks', batch.remarks.join(' ') || 'none'],
  ];
  return (
    <div className={classes.details}>
      <dl className={classes.facts}>
        {facts.map(([term, value]) => (
          <div key={term} className={classes.fact}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.head}>
        <h3 className={classes.title}>{formatQuantity(batch.problemCount, 'problem')}</h3>
        {batch.rows.rejected > 0 && (
          <Button variant="default" onClick={() => void saveRejects(batch)} data-testid="save-rejects">
            Save the rejected rows…
          </Button>
        )}
      </div>
      <QueryView query={problems} loading={<Skeleton height={120} />}>
        {({ total, problems: rows }) => (
          <>
            <div className={classes.problems}>
              <ProblemTable problems={rows} maxHeight={420} />
            </div>
            {total > rows.length && (
              <p className={classes.more}>
                The first {formatCount(rows.length)} of {formatCount(total)}; the file of rejected rows has
                all.
              </p>
            )}
          </>
        )}
      </QueryView>
    </div>
  );
}

async function saveRejects(batch: ImportBatch): Promise<void> {
  try {
    const defaultName = `${batch.file.replace(/\.[^.]+$/, '')} rejected.csv`;
    const path = await desktop.chooseSavePath({ defaultName, extension: 'csv' });
    if (path === null) return;
    const saved = await engine.imports.saveRejects({ batchId: batch.id, path });
    notify({ tone: 'good', title: `${formatQuantity(saved.rows, 'row')} saved`, detail: saved.path });
  } catch (error) {
    notifyError(error);
  }
}
