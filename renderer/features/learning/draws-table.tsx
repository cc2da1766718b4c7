import type { ExplorationDraw } from '@shared/contract/exploration';
import { type Column, DataTable } from '../../components/data-table';
import { formatDay, formatMoney, formatPercent } from '../../lib/format';

const STATES: Record<NonNullable<ExplorationDraw['state']>, string> = {
  declined: 'declined',
  not_ordered: 'not ordered',
  on_order: 'on order',
  in_stock: 'in stock',
  partly_sold: 'partly sold',
  sold: 'sold',
};

const COLUMNS: Column<ExplorationDraw>[] = [
  { id: 'day', header: 'Plan of', render: ({ asOf }) => formatDay(asOf), sortBy: ({ asOf }) => asOf },
  { id: 'build', header: 'Drawn', render: ({ title }) => title },
  { id: 'instead', header: 'Instead of', render: ({ insteadOf }) => insteadOf ?? 'the planned build itself' },
  {
    id: 'chance',
    header: 'Chance',
    meaning: 'With which this build was drawn',
    isNumber: true,
    render: ({ propensity }) => formatPercent(propensity),
  },
  {
    id: 'given',
    header: 'Given up',
    meaning: 'Expected net that the swap gives up',
    isNumber: true,
    render: ({ givenUpCents }) => formatMoney(givenUpCents),
  },
  {
    id: 'state',
    header: 'What became of it',
    render: ({ state }) => (state === null ? 'not decided or not matched yet' : STATES[state]),
  },
];

/** The draws of past plans, newest first. */
export function DrawsTable({ draws }: { draws: ExplorationDraw[] }) {
  return (
    <DataTable
      caption="Draws among near-equal builds"
      columns={COLUMNS}
      rows={draws}
      rowKey={({ lineId }) => lineId}
      maxHeight={320}
      testId="exploration-draws"
    />
  );
}
