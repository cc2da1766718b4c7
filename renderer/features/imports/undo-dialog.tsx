import { Button, Modal, Skeleton } from '@mantine/core';
import type { UndoOutcome } from '@shared/contract/import-accounting';
import type { ImportBatch } from '@shared/contract/imports';
import { useMutation, useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { KIND_WORDS } from './import-words';
import classes from './undo-dialog.module.css';

/** Rehearses an undo and tells what it would do; nothing is undone until it is said. */
export function UndoDialog({ batch, onClose }: { batch: ImportBatch | null; onClose(): void }) {
  return (
    <Modal
      opened={batch !== null}
      onClose={onClose}
      size={480}
      title={batch ? `Undo ${batch.canUndo ? 'the import of' : 'back to'} ${batch.file}?` : ''}
    >
      {batch && <Rehearsal batch={batch} onClose={onClose} />}
    </Modal>
  );
}

function Rehearsal({ batch, onClose }: { batch: ImportBatch; onClose(): void }) {
  const isBackTo = !batch.canUndo;
  // Asked anew each time: imports since then change what an undo does.
  const outcome = useQuery(
    orpc.imports.describeUndo.queryOptions({
      input: { batchId: batch.id, isBackTo },
      staleTime: 0,
      gcTime: 0,
      retry: false,
    }),
  );
  const undo = useMutation(
    orpc.imports.undo.mutationOptions({
      onSuccess: ({ undo: { batches } }) => {
        notify({
          tone: 'good',
          title: batches.length === 1 ? 'Import undone' : `${batches.length} imports undone`,
          detail: `As if not imported: ${batches.map(({ file }) => file).join(', ')}.`,
        });
        onClose();
      },
      onError: notifyError,
    }),
  );
  return (
    <div className={classes.part} data-testid="undo-dialog">
      <QueryView query={outcome} loading={<Skeleton height={72} data-testid="undo-rehearsing" />}>
        {(data) => <Outcome outcome={data} />}
      </QueryView>
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          Keep it
        </Button>
        <Button
          data-autofocus
          disabled={!outcome.isSuccess}
          loading={undo.isPending}
          onClick={() => undo.mutate({ batchId: batch.id, isBackTo })}
          data-testid="undo-yes"
        >
          Undo it
        </Button>
      </div>
    </div>
  );
}

function Outcome({ outcome: { batches, removed, restored, kept } }: { outcome: UndoOutcome }) {
  return (
    <ul className={classes.list}>
      {batches.length > 1 && (
        <li>
          Undone together, newest first: {batches.map(({ file }) => file).join(', ')}. The store is then as it
          was before them.
        </li>
      )}
      <li>
        {removed === 0
          ? 'No record that was added would go.'
          : `${formatQuantity(removed, 'record')} that ${batches.length === 1 ? 'it' : 'they'} added ${removed === 1 ? 'goes' : 'go'}.`}
      </li>
      <li>
        {restored === 0
          ? 'No record that was changed would go back.'
          : `${formatQuantity(restored, 'record')} that ${batches.length === 1 ? 'it' : 'they'} changed ${restored === 1 ? 'is' : 'are'} again what ${restored === 1 ? 'it was' : 'they were'}.`}
      </li>
      {kept.map(({ batchId, file, kind, rows }) => (
        <li key={batchId}>
          {formatCount(rows)} {rows === 1 ? 'stays as it is' : 'stay as they are'}: {kindWord(kind)} of {file}{' '}
          changed {rows === 1 ? 'it' : 'them'} since.
        </li>
      ))}
      <li>Values corrected by hand stay corrected. The file can be imported again at any time.</li>
    </ul>
  );
}

function kindWord(kind: string): string {
  const word = Object.entries(KIND_WORDS).find(([known]) => known === kind)?.[1] ?? kind;
  return word.toLowerCase();
}
