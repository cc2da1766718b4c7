import { Button } from '@mantine/core';
import type { Correction } from '@shared/contract/corrections';
import { fieldWord } from '@shared/domain/field-words';
import { useMutation } from '@tanstack/react-query';
import { type Column, DataTable } from '../../../components/data-table';
import { StatusPill } from '../../../components/status-pill';
import { useCorrectingStore } from '../../../lib/correcting-store';
import { orpc } from '../../../lib/engine-client';
import { formatDay, formatInstant, localDay } from '../../../lib/format';
import { notify, notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';
import { RECORD_WORDS, valueText } from './correction-text';

const words = texts.imports.corrections.table;

/** Corrections with what the files say below each; taking one back shows that again. */
export function CorrectionsTable({
  corrections,
  isOfOneRecord = false,
}: {
  corrections: readonly Correction[];
  isOfOneRecord?: boolean;
}) {
  const open = useCorrectingStore((state) => state.open);
  const takeBack = useMutation(
    orpc.corrections.takeBack.mutationOptions({
      onSuccess: ({ field, from }) =>
        notify({
          tone: 'good',
          title: words.takenBack,
          detail: words.takenBackAbout(fieldWord(field), valueText(field, from)),
        }),
      onError: notifyError,
    }),
  );
  const columns = valueColumns(
    (correction) => takeBack.mutate({ correctionId: correction.id }),
    takeBack.isPending,
  );
  return (
    <DataTable
      caption={words.caption}
      columns={isOfOneRecord ? columns : [...RECORD_COLUMNS, ...columns]}
      rows={corrections}
      rowKey={({ id }) => id}
      {...(!isOfOneRecord && { onOpenRow: ({ record, recordId }: Correction) => open({ record, recordId }) })}
      testId="corrections"
    />
  );
}

const RECORD_COLUMNS: Column<Correction>[] = [
  { id: 'record', header: words.record, render: ({ record }) => RECORD_WORDS[record] },
  {
    id: 'key',
    header: words.which,
    render: ({ key, isInForce }) =>
      isInForce ? <strong>{key}</strong> : <StatusPill tone="neutral">{words.importUndone}</StatusPill>,
  },
  { id: 'store', header: words.store, render: ({ storeCode }) => storeCode },
];

function valueColumns(onTakeBack: (correction: Correction) => void, isBusy: boolean): Column<Correction>[] {
  return [
    { id: 'field', header: words.value, render: ({ field }) => fieldWord(field) },
    { id: 'from', header: words.filesSay, render: ({ field, from }) => valueText(field, from) },
    { id: 'to', header: words.corrected, render: ({ field, to }) => valueText(field, to) },
    { id: 'note', header: words.why, render: ({ note }) => note ?? '' },
    {
      id: 'when',
      header: words.when,
      render: ({ madeAt }) => (
        <span title={formatInstant(madeAt)}>{formatDay(localDay(new Date(madeAt)))}</span>
      ),
    },
    {
      id: 'back',
      header: '',
      render: (correction) => (
        <Button
          size="compact-xs"
          variant="default"
          disabled={isBusy}
          onClick={(event) => {
            event.stopPropagation();
            onTakeBack(correction);
          }}
          data-testid={`take-back-${correction.field}`}
        >
          {words.takeBack}
        </Button>
      ),
    },
  ];
}
