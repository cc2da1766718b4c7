import { Button, Modal, Skeleton } from '@mantine/core';
import type { UndoOutcome } from '@shared/contract/import-accounting';
import type { ImportBatch } from '@shared/contract/imports';
import { useMutation, useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import { KIND_WORDS } from './import-words';
import classes from './undo-dialog.module.css';

const words = texts.imports.batch.undo;

/** Rehearses an undo and tells what it would do; nothing is undone until it is said. */
export function UndoDialog({ batch, onClose }: { batch: ImportBatch | null; onClose(): void }) {
  return (
    <Modal
      opened={batch !== null}
      onClose={onClose}
      size={480}
      title={batch ? words.title(batch.file, !batch.canUndo) : ''}
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
          title: batches.length === 1 ? words.one : words.many(batches.length),
          detail: words.asIfNot(batches.map(({ file }) => file).join(', ')),
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
          {words.keep}
        </Button>
        <Button
          data-autofocus
          disabled={!outcome.isSuccess}
          loading={undo.isPending}
          onClick={() => undo.mutate({ batchId: batch.id, isBackTo })}
          data-testid="undo-yes"
        >
          {words.submit}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ outcome: { batches, removed, restored, kept } }: { outcome: UndoOutcome }) {
  return (
    <ul className={classes.list}>
      {batches.length > 1 && <li>{words.together(batches.map(({ file }) => file).join(', '))}</li>}
      <li>
        {removed === 0
          ? words.addedNone
          : words.added(removed, formatQuantity(removed, 'record'), batches.length)}
      </li>
      <li>
        {restored === 0
          ? words.changedNone
          : words.changed(restored, formatQuantity(restored, 'record'), batches.length)}
      </li>
      {kept.map(({ batchId, file, kind, rows }) => (
        <li key={batchId}>{words.kept(rows, formatCount(rows), kindWord(kind), file)}</li>
      ))}
      <li>{words.corrections}</li>
    </ul>
  );
}

function kindWord(kind: string): string {
  const word = Object.entries(KIND_WORDS).find(([known]) => known === kind)?.[1] ?? kind;
  return word.toLowerCase();
}
