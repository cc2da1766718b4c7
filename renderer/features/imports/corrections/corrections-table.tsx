import { Button } from '@mantine/core';
import type { Correction } from '@shared/contract/corrections';
import { useMutation } from '@tanstack/react-query';
import { type Column, DataTable } from '../../../components/data-table';
import { StatusPill } from '../../../components/status-pill';
import { useCorrectingStore } from '../../../lib/correcting-store';
import { orpc } from '../../../lib/engine-client';
import { formatDay, formatInstant, localDay } from '../../../lib/format';
import { notify, notifyError } from '../../../lib/notices-store';
import { correctableWord, RECORD_WORDS, valueText } from './correction-text';

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
          title: 'Correction taken back',
          detail: `${correctableWord(field)} is what the files say: ${valueText(field, from)}.`,
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
      caption="Values corrected by hand, newest first"
      columns={isOfOneRecord ? columns : [...RECORD_COLUMNS, ...columns]}
      rows={corrections}
      rowKey={({ id }) => id}
      {...(!isOfOneRecord && { onOpenRow: ({ record, recordId }: Correction) => open({ record, recordId }) })}
      testId="corrections"
    />
  );
}

const RECORD_COLUMNS: Column<Correction>[] = [
  { id: 'record', header: 'Record', render: ({ record }) => RECORD_WORDS[record] },
  {
    id: 'key',
    header: 'Which',
    render: ({ key, isInForce }) =>
      isInForce ? <strong>{key}</strong> : <StatusPill tone="neutral">Its import was undone</StatusPill>,
  },
  { id: 'store', header: 'Store', render: ({ storeCode }) => storeCode },
];

function valueColumns(onTakeBack: (correction: Correction) => void, isBusy: boolean): Column<Correction>[] {
  return [
    { id: 'field', header: 'Value', render: ({ field }) => correctableWord(field) },
    { id: 'from', header: 'Files say', render: ({ field, from }) => valueText(field, from) },
    { id: 'to', header: 'Corrected to', render: ({ field, to }) => valueText(field, to) },
    { id: 'note', header: 'Why', render: ({ note }) => note ?? '' },
    {
      id: 'when',
      header: 'When',
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
          Take back
        </Button>
      ),
    },
  ];
}
