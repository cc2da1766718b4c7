import { Button, Skeleton } from '@mantine/core';
import type { ImportBatch } from '@shared/contract/imports';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatInstant, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import { describeChanges, KIND_WORDS } from './import-words';
import { UndoDialog } from './undo-dialog';

const words = texts.imports.screen.history;

const PAGE = 50;

/** Every import, newest first; the newest of its store and kind can be undone. */
export function HistoryPanel({ onOpenBatch }: { onOpenBatch(batch: ImportBatch): void }) {
  const [limit, setLimit] = useState(PAGE);
  const batches = useQuery(
    orpc.imports.listBatches.queryOptions({ input: { offset: 0, limit }, placeholderData: keepPreviousData }),
  );
  const [doomed, setDoomed] = useState<ImportBatch | null>(null);
  return (
    <Panel
      title={words.title}
      note={batches.data && formatQuantity(batches.data.total, 'import')}
      isFlush
      testId="import-history"
    >
      <QueryView query={batches} loading={<Skeleton height={160} m="sm" />}>
        {({ total, batches: rows }) =>
          total === 0 ? (
            <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
          ) : (
            <>
              <DataTable
                caption={words.caption}
                columns={historyColumns(setDoomed)}
                rows={rows}
                rowKey={({ id }) => id}
                onOpenRow={onOpenBatch}
              />
              {total > rows.length && (
                <Button variant="subtle" m="xs" onClick={() => setLimit(limit + PAGE)}>
                  {words.more}
                </Button>
              )}
            </>
          )
        }
      </QueryView>
      <UndoDialog batch={doomed} onClose={() => setDoomed(null)} />
    </Panel>
  );
}

function historyColumns(onUndo: (batch: ImportBatch) => void): Column<ImportBatch>[] {
  return [
    { id: 'when', header: words.imported, render: ({ importedAt }) => formatInstant(importedAt) },
    {
      id: 'file',
      header: words.file,
      render: ({ file }) => <strong style={{ fontWeight: 560 }}>{file}</strong>,
    },
    { id: 'kind', header: words.kind, render: ({ kind }) => KIND_WORDS[kind] },
    { id: 'store', header: words.store, render: ({ storeCodes }) => storeCodes.join(', ') },
    { id: 'asOf', header: words.asOf, render: ({ asOf }) => formatDay(asOf) },
    { id: 'rows', header: words.rows, isNumber: true, render: ({ rows }) => formatCount(rows.read) },
    { id: 'changes', header: words.changes, render: ({ changes }) => describeChanges(changes) },
    { id: 'problems', header: words.problems, render: (batch) => <BatchState batch={batch} /> },
    {
      id: 'undo',
      header: '',
      render: (batch) =>
        !batch.isUndone && (
          <Button
            size="compact-xs"
            variant={batch.canUndo ? 'default' : 'subtle'}
            onClick={(event) => {
              event.stopPropagation();
              onUndo(batch);
            }}
            data-testid={batch.canUndo ? `undo-${batch.kind}` : 'undo-back-to'}
          >
            {batch.canUndo ? words.undo : words.undoToHere}
          </Button>
        ),
    },
  ];
}

function BatchState({ batch }: { batch: ImportBatch }) {
  if (batch.isUndone) return <StatusPill tone="neutral">{words.undone}</StatusPill>;
  if (batch.rows.rejected > 0)
    return <StatusPill tone="act">{words.rejected(formatCount(batch.rows.rejected))}</StatusPill>;
  if (batch.problemCount > 0)
    return <StatusPill tone="caution">{formatQuantity(batch.problemCount, 'remark')}</StatusPill>;
  return <StatusPill tone="good">{words.noProblems}</StatusPill>;
}
