import type { Overview } from '@shared/contract/overview';
import { useNavigate } from '@tanstack/react-router';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { drillInto } from '../../lib/data-filter';
import { dealsOfDays } from '../../lib/deals-address';
import { formatCount, formatMoney } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.overview.sold;

/** The engine's span for this list. */
const LATELY_DAYS = 7;

type Row = Overview['soldLately'][number];

/** What left the lot in the last seven days; a model opens its sales. */
export function SoldCard({ overview }: { overview: Overview }) {
  const navigate = useNavigate();
  return (
    <Panel title={words.title} note={words.note} isFlush isFilling testId="sold-card">
      <DataTable
        caption={words.title}
        columns={COLUMNS}
        rows={overview.soldLately}
        rowKey={({ condition, make, model }) => `${condition} ${make} ${model}`}
        empty={words.empty}
        onOpenRow={({ condition, make, model }) =>
          void navigate({
            to: '/sales',
            search: (before) =>
              drillInto(before, dealsOfDays({ condition, make, model }, LATELY_DAYS, overview.dataDate)),
          })
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
  { id: 'units', header: words.units, isNumber: true, render: ({ units }) => formatCount(units) },
  {
    id: 'gross',
    header: words.gross,
    isNumber: true,
    render: ({ totalGrossCents }) => formatMoney(totalGrossCents),
  },
];
