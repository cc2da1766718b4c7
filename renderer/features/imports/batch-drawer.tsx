import { Button, Drawer, Skeleton, Tabs } from '@mantine/core';
import type { ImportBatch } from '@shared/contract/imports';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view';
import { desktop } from '../../lib/desktop-bridge';
import { engine, orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatInstant, formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { BatchComparison } from './batch-comparison';
import classes from './batch-drawer.module.css';
import { BatchReconciliation } from './batch-reconciliation';
import { describeChanges, fieldWord, formatWord, KIND_WORDS } from './import-words';
import { ProblemTable } from './problem-table';

/** One import in full: counts, columns, and every problem with its line. */
export function BatchDrawer({ batch, onClose }: { batch: ImportBatch | null; onClose(): void }) {
  return (
    <Drawer opened={batch !== null} onClose={onClose} size={860} title={batch?.file ?? ''}>
      {batch && <BatchDetails batch={batch} />}
    </Drawer>
  );
}

const SHOWN_PROBLEMS = 500;

function BatchDetails({ batch }: { batch: ImportBatch }) {
  return (
    <div className={classes.details}>
      <BatchReconciliation batch={batch} />
      <Tabs defaultValue="problems">
        <Tabs.List>
          <Tabs.Tab value="problems">{formatQuantity(batch.problemCount, 'problem')}</Tabs.Tab>
          {!batch.isUndone && (
            <Tabs.Tab value="comparison" data-testid="batch-compare">
              Beside the import before
            </Tabs.Tab>
          )}
          <Tabs.Tab value="facts" data-testid="batch-facts">
            How it was read
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="problems" className={classes.panel}>
          <BatchProblems batch={batch} />
        </Tabs.Panel>
        <Tabs.Panel value="comparison" className={classes.panel}>
          <BatchComparison batchId={batch.id} />
        </Tabs.Panel>
        <Tabs.Panel value="facts" className={classes.panel}>
          <BatchFacts batch={batch} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function BatchFacts({ batch }: { batch: ImportBatch }) {
  const dates = batch.reconciliation?.dateColumns ?? [];
  const facts: [string, string][] = [
    ['Kind', KIND_WORDS[batch.kind]],
    [
      'Read as',
      [formatWord(batch.format), batch.profile && `profile ${batch.profile}`].filter(Boolean).join(', '),
    ],
    ['Store', batch.storeCodes.join(', ')],
    ['As of', `${formatDay(batch.asOf)} (${batch.asOfSource})`],
    ['Imported', formatInstant(batch.importedAt)],
    ['Changes', describeChanges(batch.changes)],
    ...(dates.length > 0 ? [['Date of its figures', dates.join(', else ')] as [string, string]] : []),
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
    <dl className={classes.facts}>
      {facts.map(([term, value]) => (
        <div key={term} className={classes.fact}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function BatchProblems({ batch }: { batch: ImportBatch }) {
  const problems = useQuery(
    orpc.imports.listProblems.queryOptions({
      input: { batchId: batch.id, offset: 0, limit: SHOWN_PROBLEMS },
    }),
  );
  return (
    <QueryView query={problems} loading={<Skeleton height={120} />}>
      {({ total, problems: rows }) => (
        <>
          {batch.rows.rejected > 0 && (
            <div className={classes.head}>
              <span>Correct them in the file and drop it in again.</span>
              <Button variant="default" onClick={() => void saveRejects(batch)} data-testid="save-rejects">
                Save the rejected rows…
              </Button>
            </div>
          )}
          <div className={classes.problems}>
            <ProblemTable problems={rows} maxHeight={420} />
          </div>
          {total > rows.length && (
            <p className={classes.more}>
              The first {formatCount(rows.length)} of {formatCount(total)}; the file of rejected rows has all.
            </p>
          )}
        </>
      )}
    </QueryView>
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
