import type { Departure, DepartureOutcome } from '@shared/contract/departures';
import { buildTitle } from '@shared/domain/build';
import type { Column } from '../../../components/data-table';
import { StatusPill } from '../../../components/status-pill';
import { capitalize, formatCount, formatDay, formatMoney, MISSING } from '../../../lib/format';

export const OUTCOMES = ['unknown', 'sold', 'moved'] as const;

export const OUTCOME_WORDS: Record<DepartureOutcome, string> = {
  unknown: 'No deal known',
  sold: 'Sold',
  moved: 'In another store',
};

export const DEPARTURE_COLUMNS: Column<Departure>[] = [
  {
    id: 'stock',
    header: 'Stock number',
    render: ({ stockNumber, vin }) => (
      <strong title={vin ?? undefined}>{stockNumber ?? vin ?? MISSING}</strong>
    ),
  },
  { id: 'vehicle', header: 'Vehicle', render: ({ build }) => buildTitle(build) },
  { id: 'condition', header: 'Condition', render: ({ condition }) => capitalize(condition) },
  {
    id: 'left',
    header: 'Left between',
    meaning: 'The last list that has it, and the first full list that lacks it',
    render: ({ lastSeenOn, leftBy }) => `${formatDay(lastSeenOn)} and ${formatDay(leftBy)}`,
    sortBy: ({ leftBy }) => leftBy,
  },
  {
    id: 'days',
    header: 'Days in stock',
    isNumber: true,
    render: ({ daysInStock }) => formatCount(daysInStock),
    sortBy: ({ daysInStock }) => daysInStock,
  },
  {
    id: 'price',
    header: 'Last price',
    isNumber: true,
    render: ({ priceCents }) => formatMoney(priceCents),
    sortBy: ({ priceCents }) => priceCents,
  },
  { id: 'outcome', header: 'What became of it', render: (departure) => <Outcome departure={departure} /> },
];

function Outcome({ departure }: { departure: Departure }) {
  const { outcome, soldOn, dealNumber, movedTo, isCountedAsSale } = departure;
  if (outcome === 'moved') return <StatusPill tone="neutral">In store {movedTo ?? MISSING}</StatusPill>;
  if (outcome === 'sold') {
    const deal = [dealNumber && `deal ${dealNumber}`, soldOn && formatDay(soldOn)].filter(Boolean).join(', ');
    return (
      <>
        <StatusPill tone="good">Sold</StatusPill> {deal}
      </>
    );
  }
  if (isCountedAsSale) return <StatusPill tone="caution">Counted as a sale, no gross</StatusPill>;
  return <StatusPill tone="caution">No deal known</StatusPill>;
}
