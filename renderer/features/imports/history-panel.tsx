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
import { describeChanges, KIND_WORDS } from './import-words';
import { UndoDialog } from './undo-dialog';

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
      title="History"
      note={batches.data && formatQuantity(batches.data.total, 'import')}
      isFlush
      testId="import-history"
    >
      <QueryView query={batches} loading={<Skeleton height={160} m="sm" />}>
        {({ total, batches: rows }) =>
          total === 0 ? (
            <EmptyState title="Nothing imported yet">
              What you import is listed here and can be undone.
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption="Imports, newest first"
                columns={historyColumns(setDoomed)}
                rows={rows}
                rowKey={({ id }) => id}
                onOpenRow={onOpenBatch}
              />
              {total > rows.length && (
                <Button variant="subtle" m="xs" onClick={() => setLimit(limit + PAGE)}>
                  Show more
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
    { id: 'when', header: 'Imported', render: ({ importedAt }) => formatInstant(importedAt) },
    { id: 'file', header: 'File', render: ({ file }) => <strong style={{ fontWeight: 560 }}>{file}</strong> },
    { id: 'kind', header: 'Kind', render: ({ kind }) => KIND_WORDS[kind] },
    { id: 'store', header: 'Store', render: ({ storeCodes }) => storeCodes.join(', ') },
    { id: 'asOf', header: 'As of', render: ({ asOf }) => formatDay(asOf) },
    { id: 'rows', header: 'Rows', isNumber: true, render: ({ rows }) => formatCount(rows.read) },
    { id: 'changes', header: 'Changes', render: ({ changes }) => describeChanges(changes) },
    { id: 'problems', header: 'Problems', render: (batch) => <BatchState batch={batch} /> },
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
            {batch.canUndo ? 'Undo…' : 'Undo to here…'}
          </Button>
        ),
    },
  ];
}

function BatchState({ batch }: { batch: ImportBatch }) {
  if (batch.isUndone) return <StatusPill tone="neutral">Undone</StatusPill>;
  if (batch.rows.rejected > 0)
    return <StatusPill tone="act">{formatCount(batch.rows.rejected)} rejected</StatusPill>;
  if (batch.problemCount > 0)
    return <StatusPill tone="caution">{formatQuantity(batch.problemCount, 'remark')}</StatusPill>;
  return <StatusPill tone="good">None</StatusPill>;
}
