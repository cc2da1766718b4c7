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

const words = texts.sales.lost;

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
    {
      id: 'day',
      header: words.day,
      render: ({ lostOn }) => formatDay(lostOn),
      sortBy: ({ lostOn }) => lostOn,
    },
    { id: 'type', header: words.type, render: ({ condition }) => texts.terms.conditions[condition] },
    {
      id: 'wanted',
      header: words.wanted,
      render: ({ make, model, trim, exteriorColor }) =>
        [make, model, trim, exteriorColor].filter(Boolean).join(' '),
      sortBy: ({ make, model }) => `${make} ${model}`,
    },
    {
      id: 'reason',
      header: words.reason,
      render: ({ reason }) => LOST_WORDS[reason],
      sortBy: ({ reason }) => LOST_WORDS[reason],
    },
    { id: 'remove', header: '', render: (sale) => <Remove sale={sale} /> },
  ];
  return (
    <Panel
      title={words.title}
      note={words.note(formatCount(lost.total), lost.windowDays)}
      isFlush
      actions={
        <Button onClick={onAdd} data-testid="add-lost-sale">
          {words.add}
        </Button>
      }
    >
      <DataTable
        caption={words.title}
        columns={columns}
        rows={lost.sales}
        rowKey={({ id }) => id}
        empty={words.empty}
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
            title: words.withdrawn,
            detail: `${sale.make} ${sale.model}`,
            action: {
              label: texts.components.undo,
              run: () => withdraw.mutate({ ...scope, id: sale.id, isWithdrawn: false }),
            },
          }),
      },
    );
  return (
    <Tooltip label={words.withdraw}>
      <ActionIcon
        size="sm"
        variant="subtle"
        aria-label={words.withdrawOne(`${sale.make} ${sale.model}`, formatDay(sale.lostOn))}
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
    header: words.models.model,
    render: ({ condition, make, model }) => texts.terms.modelOf[condition](`${make} ${model}`),
  },
  {
    id: 'lost',
    header: words.models.lost,
    isNumber: true,
    render: ({ lost }) => formatCount(lost),
    sortBy: ({ lost }) => lost,
  },
  {
    id: 'missing',
    header: words.models.notHere,
    meaning: words.models.notHereMeans,
    isNumber: true,
    render: ({ notInStock }) => formatCount(notInStock),
    sortBy: ({ notInStock }) => notInStock,
  },
  {
    id: 'now',
    header: words.models.hereNow,
    isNumber: true,
    render: ({ availableNow }) => formatCount(availableNow),
    sortBy: ({ availableNow }) => availableNow,
  },
  {
    id: 'gross',
    header: words.models.gross,
    meaning: words.models.grossMeans,
    isNumber: true,
    render: ({ lostGrossCents }) => (lostGrossCents === null ? MISSING : formatMoney(lostGrossCents)),
    sortBy: ({ lostGrossCents }) => lostGrossCents,
  },
];

function Wanted({ lost }: { lost: LostSales }) {
  return (
    <Panel title={words.models.title} isFlush>
      <DataTable
        caption={words.models.caption}
        columns={COLUMNS}
        rows={lost.models}
        rowKey={({ condition, make, model }) => `${condition} ${make} ${model}`}
        initialSort={{ id: 'lost', direction: 'desc' }}
        empty={words.models.empty}
        testId="lost-models"
      />
    </Panel>
  );
}
