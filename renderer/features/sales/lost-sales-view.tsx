import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core';
import type { LostSale, LostSales } from '@shared/contract/sales-analysis';
import { IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatMoney, MISSING } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import { LostSaleDialog } from './lost-sale-dialog';
import { LOST_WORDS } from './lost-words';
import classes from './sales-screen.module.css';

/** Buyers who left without a vehicle over a year: what was wanted, why not, and what that cost. */
export function LostSalesView() {
  const [isOpen, setOpen] = useState(false);
  const scope = useFilteredScope();
  const lost = useQuery(
    orpc.sales.listLost.queryOptions({ input: scope, placeholderData: keepPreviousData }),
  );
  return (
    <>
      <QueryView query={lost} loading={<Skeleton height={420} radius="lg" data-testid="loading" />}>
        {(found) => (
          <div className={classes.pair}>
            <Log lost={found} onAdd={() => setOpen(true)} />
            <Wanted lost={found} />
          </div>
        )}
      </QueryView>
      <LostSaleDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

function Log({ lost, onAdd }: { lost: LostSales; onAdd(): void }) {
  const columns: Column<LostSale>[] = [
    { id: 'day', header: 'Day', render: ({ lostOn }) => formatDay(lostOn), sortBy: ({ lostOn }) => lostOn },
    { id: 'type', header: 'Type', render: ({ condition }) => texts.terms.conditions[condition] },
    {
      id: 'wanted',
      header: 'Wanted',
      render: ({ make, model, trim, exteriorColor }) =>
        [make, model, trim, exteriorColor].filter(Boolean).join(' '),
      sortBy: ({ make, model }) => `${make} ${model}`,
    },
    {
      id: 'reason',
      header: 'Why not',
      render: ({ reason }) => LOST_WORDS[reason],
      sortBy: ({ reason }) => LOST_WORDS[reason],
    },
    { id: 'remove', header: '', render: (sale) => <Remove sale={sale} /> },
  ];
  return (
    <Panel
      title="Lost sales"
      note={`${formatCount(lost.total)} in ${lost.windowDays} days; nothing about the buyer is kept`}
      isFlush
      actions={
        <Button onClick={onAdd} data-testid="add-lost-sale">
          Log a lost sale
        </Button>
      }
    >
      <DataTable
        caption="Lost sales"
        columns={columns}
        rows={lost.sales}
        rowKey={({ id }) => id}
        empty="None logged. When a buyer leaves because the right unit was not here, log it: it shows what to stock."
        testId="lost-sales"
      />
    </Panel>
  );
}

function Remove({ sale }: { sale: LostSale }) {
  const scope = useScope();
  const withdraw = useMutation(orpc.sales.withdrawLost.mutationOptions({ onError: notifyError }));
  const remove = () =>
    withdraw.mutate(
      { ...scope, id: sale.id, isWithdrawn: true },
      {
        onSuccess: () =>
          notify({
            tone: 'good',
            title: 'Taken out of the log',
            detail: `${sale.make} ${sale.model}`,
            action: {
              label: 'Undo',
              run: () => withdraw.mutate({ ...scope, id: sale.id, isWithdrawn: false }),
            },
          }),
      },
    );
  return (
    <Tooltip label="Take out of the log">
      <ActionIcon
        size="sm"
        variant="subtle"
        aria-label={`Take ${sale.make} ${sale.model} of ${formatDay(sale.lostOn)} out of the log`}
        onClick={remove}
        data-testid={`withdraw-lost-${sale.id}`}
      >
        <IconTrash size={14} />
      </ActionIcon>
    </Tooltip>
  );
}

type Model = LostSales['models'][number];

const COLUMNS: Column<Model>[] = [
  {
    id: 'model',
    header: 'Model',
    render: ({ condition, make, model }) => `${texts.terms.conditions[condition]} ${make} ${model}`,
  },
  {
    id: 'lost',
    header: 'Lost',
    isNumber: true,
    render: ({ lost }) => formatCount(lost),
    sortBy: ({ lost }) => lost,
  },
  {
    id: 'missing',
    header: 'Not here',
    meaning: 'Lost because it was not in stock',
    isNumber: true,
    render: ({ notInStock }) => formatCount(notInStock),
    sortBy: ({ notInStock }) => notInStock,
  },
  {
    id: 'now',
    header: 'Here now',
    isNumber: true,
    render: ({ availableNow }) => formatCount(availableNow),
    sortBy: ({ availableNow }) => availableNow,
  },
  {
    id: 'gross',
    header: 'Gross lost',
    meaning: 'Times the mean gross of its deals in a year and the cost of a lost buyer in Settings',
    isNumber: true,
    render: ({ lostGrossCents }) => (lostGrossCents === null ? MISSING : formatMoney(lostGrossCents)),
    sortBy: ({ lostGrossCents }) => lostGrossCents,
  },
];

function Wanted({ lost }: { lost: LostSales }) {
  return (
    <Panel title="What was wanted" isFlush>
      <DataTable
        caption="Lost sales by model"
        columns={COLUMNS}
        rows={lost.models}
        rowKey={({ condition, make, model }) => `${condition} ${make} ${model}`}
        initialSort={{ id: 'lost', direction: 'desc' }}
        empty="Nothing logged."
        testId="lost-models"
      />
    </Panel>
  );
}
