import { Button, Drawer, Skeleton, Tabs } from '@mantine/core';
import type { ImportBatch } from '@shared/contract/imports';
import { fieldWord } from '@shared/domain/field-words';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view';
import { desktop } from '../../lib/desktop-bridge';
import { engine, orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatInstant, formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import { BatchComparison } from './batch-comparison';
import classes from './batch-drawer.module.css';
import { BatchReconciliation } from './batch-reconciliation';
import { describeChanges, formatWord, KIND_WORDS } from './import-words';
import { ProblemTable } from './problem-table';

const words = texts.imports.batch;

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
              {words.tabs.comparison}
            </Tabs.Tab>
          )}
          <Tabs.Tab value="facts" data-testid="batch-facts">
            {words.tabs.facts}
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
    [words.facts.kind, KIND_WORDS[batch.kind]],
    [
      words.facts.readAs,
      [formatWord(batch.format), batch.profile && words.facts.profile(batch.profile)]
        .filter(Boolean)
        .join(', '),
    ],
    [words.facts.store, batch.storeCodes.join(', ')],
    [words.facts.asOf, `${formatDay(batch.asOf)} (${batch.asOfSource})`],
    [words.facts.imported, formatInstant(batch.importedAt)],
    [words.facts.changes, describeChanges(batch.changes)],
    ...(dates.length > 0 ? [[words.facts.dates, words.facts.inTurn(dates)] as [string, string]] : []),
    [
      words.facts.columns,
      batch.columns
        .filter(({ target }) => target)
        .map(({ source, target }) => `${source} → ${fieldWord(target ?? '')}`)
        .join(', '),
    ],
    [words.facts.dropped, batch.droppedColumns.join(', ') || words.facts.none],
    [words.facts.remarks, batch.remarks.join(' ') || words.facts.none],
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
              <span>{words.rejected.about}</span>
              <Button variant="default" onClick={() => void saveRejects(batch)} data-testid="save-rejects">
                {words.rejected.save}
              </Button>
            </div>
          )}
          <div className={classes.problems}>
            <ProblemTable problems={rows} maxHeight={420} />
          </div>
          {total > rows.length && (
            <p className={classes.more}>
              {words.rejected.first(formatCount(rows.length), formatCount(total))}
            </p>
          )}
        </>
      )}
    </QueryView>
  );
}

async function saveRejects(batch: ImportBatch): Promise<void> {
  try {
    const defaultName = words.rejected.fileName(batch.file.replace(/\.[^.]+$/, ''));
    const path = await desktop.chooseSavePath({ defaultName, extension: 'csv' });
    if (path === null) return;
    const saved = await engine.imports.saveRejects({ batchId: batch.id, path });
    notify({
      tone: 'good',
      title: words.rejected.saved(formatQuantity(saved.rows, 'row')),
      detail: saved.path,
    });
  } catch (error) {
    notifyError(error);
  }
}
