import type { Departure, DepartureOutcome } from '@shared/contract/departures';
import { buildTitle } from '@shared/domain/build';
import type { Column } from '../../../components/data-table';
import { StatusPill } from '../../../components/status-pill';
import { formatCount, formatDay, formatMoney, MISSING } from '../../../lib/format';
import { texts } from '../../../texts/texts';

const words = texts.imports.departures;

export const OUTCOMES = ['unknown', 'sold', 'moved'] as const;

export const OUTCOME_WORDS: Record<DepartureOutcome, string> = words.outcomes;

export const DEPARTURE_COLUMNS: Column<Departure>[] = [
  {
    id: 'stock',
    header: words.columns.stockNumber,
    render: ({ stockNumber, vin }) => (
      <strong title={vin ?? undefined}>{stockNumber ?? vin ?? MISSING}</strong>
    ),
  },
  { id: 'vehicle', header: words.columns.vehicle, render: ({ build }) => buildTitle(build) },
  {
    id: 'condition',
    header: words.columns.condition,
    render: ({ condition }) => texts.terms.conditions[condition],
  },
  {
    id: 'left',
    header: words.columns.left,
    meaning: words.columns.leftMeaning,
    render: ({ lastSeenOn, leftBy }) => words.between(formatDay(lastSeenOn), formatDay(leftBy)),
    sortBy: ({ leftBy }) => leftBy,
  },
  {
    id: 'days',
    header: words.columns.days,
    isNumber: true,
    render: ({ daysInStock }) => formatCount(daysInStock),
    sortBy: ({ daysInStock }) => daysInStock,
  },
  {
    id: 'price',
    header: words.columns.price,
    isNumber: true,
    render: ({ priceCents }) => formatMoney(priceCents),
    sortBy: ({ priceCents }) => priceCents,
  },
  { id: 'outcome', header: words.columns.outcome, render: (departure) => <Outcome departure={departure} /> },
];

function Outcome({ departure }: { departure: Departure }) {
  const { outcome, soldOn, dealNumber, movedTo, isCountedAsSale } = departure;
  if (outcome === 'moved') return <StatusPill tone="neutral">{words.inStore(movedTo ?? MISSING)}</StatusPill>;
  if (outcome === 'sold') {
    const deal = [dealNumber && words.deal(dealNumber), soldOn && formatDay(soldOn)]
      .filter(Boolean)
      .join(', ');
    return (
      <>
        <StatusPill tone="good">{words.sold}</StatusPill> {deal}
      </>
    );
  }
  if (isCountedAsSale) return <StatusPill tone="caution">{words.counted}</StatusPill>;
  return <StatusPill tone="caution">{words.noDeal}</StatusPill>;
}
