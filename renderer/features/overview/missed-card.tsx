import type { Overview } from '@shared/contract/overview';
import { useNavigate } from '@tanstack/react-router';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { drillInto } from '../../lib/data-filter';
import { formatCount, formatDecimal, formatMoneyCompact } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.overview.missed;

type Row = Overview['missed'][number];

/** Models that sell and of which none is left; a model opens its gap. */
export function MissedCard({ overview }: { overview: Overview }) {
  const navigate = useNavigate();
  return (
    <Panel title={words.title} note={words.note} isFlush isFilling testId="missed-card">
      <DataTable
        caption={words.title}
        columns={COLUMNS}
        rows={overview.missed}
        rowKey={({ condition, make, model }) => `${condition} ${make} ${model}`}
        empty={words.empty}
        onOpenRow={({ condition, make, model }) =>
          void navigate({ to: '/gaps', search: (before) => drillInto(before, { condition, make, model }) })
        }
      />
    </Panel>
  );
}

const COLUMNS: Column<Row>[] = [
  {
    id: 'model',
    header: words.model,
    render: ({ condition, model }) => texts.terms.modelOf[condition](model),
  },
  {
    id: 'units',
    header: words.units,
    isNumber: true,
    render: ({ unitsAMonth }) => formatDecimal(unitsAMonth),
  },
  {
    id: 'gross',
    header: words.gross,
    isNumber: true,
    render: ({ grossAMonthCents }) => formatMoneyCompact(grossAMonthCents),
  },
  { id: 'onOrder', header: words.onOrder, isNumber: true, render: ({ onOrder }) => formatCount(onOrder) },
];
