import type { Overview } from '@shared/contract/overview';
import { Link, useNavigate } from '@tanstack/react-router';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { drillInto } from '../../lib/data-filter';
import { dealsOfDays } from '../../lib/deals-address';
import { formatCount, formatDecimal, formatMoneyCompact } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './holding-rates-link.module.css';

const words = texts.overview.missed;

const RATE_DAYS = 90;

type DatedRow = Overview['missed'][number] & Pick<Overview, 'dataDate'>;

/** Models that sell and of which none is left; a model opens its gap. */
export function MissedCard({ overview }: { overview: Overview }) {
  const navigate = useNavigate();
  return (
    <Panel title={words.title} note={words.note} isFlush isFilling testId="missed-card">
      <DataTable
        caption={words.title}
        columns={COLUMNS}
        rows={overview.missed.map((row) => ({ ...row, dataDate: overview.dataDate }))}
        rowKey={({ condition, make, model }) => `${condition} ${make} ${model}`}
        empty={words.empty}
        onOpenRow={({ condition, make, model }) =>
          void navigate({ to: '/gaps', search: (before) => drillInto(before, { condition, make, model }) })
        }
      />
    </Panel>
  );
}

const COLUMNS: Column<DatedRow>[] = [
  {
    id: 'model',
    header: words.model,
    render: ({ condition, model }) => texts.terms.modelOf[condition](model),
  },
  {
    id: 'units',
    header: words.units,
    isNumber: true,
    render: (row) => <RateLink row={row} />,
  },
  {
    id: 'gross',
    header: words.gross,
    isNumber: true,
    render: ({ grossAMonthCents }) => formatMoneyCompact(grossAMonthCents),
  },
  { id: 'onOrder', header: words.onOrder, isNumber: true, render: (row) => <OrdersLink row={row} /> },
];

/** The deals of the 90 days that the rate is a third of. */
function RateLink({ row: { unitsAMonth, dataDate, ...of } }: { row: DatedRow }) {
  const { condition, make, model } = of;
  return (
    <Link
      to="/sales"
      search={(before) => drillInto(before, dealsOfDays({ condition, make, model }, RATE_DAYS, dataDate))}
      className={classes.rates}
    >
      {formatDecimal(unitsAMonth)}
    </Link>
  );
}

function OrdersLink({ row: { condition, make, model, onOrder } }: { row: DatedRow }) {
  if (onOrder === 0) return formatCount(onOrder);
  return (
    <Link
      to="/inventory"
      search={(before) => drillInto(before, { condition, make, model, view: 'incoming' })}
      className={classes.rates}
    >
      {formatCount(onOrder)}
    </Link>
  );
}
