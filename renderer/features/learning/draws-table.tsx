import type { ExplorationDraw } from '@shared/contract/exploration';
import { type Column, DataTable } from '../../components/data-table';
import { formatDay, formatMoney, formatPercent } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.learning.draws;

const STATES: Record<NonNullable<ExplorationDraw['state']>, string> = words.states;

const COLUMNS: Column<ExplorationDraw>[] = [
  { id: 'day', header: words.day, render: ({ asOf }) => formatDay(asOf), sortBy: ({ asOf }) => asOf },
  { id: 'build', header: words.build, isWrapping: true, render: ({ title }) => title },
  {
    id: 'instead',
    header: words.instead,
    isWrapping: true,
    render: ({ insteadOf }) => insteadOf ?? words.insteadOfItself,
  },
  {
    id: 'chance',
    header: words.chance,
    meaning: words.chanceMeans,
    isNumber: true,
    render: ({ propensity }) => formatPercent(propensity),
  },
  {
    id: 'given',
    header: words.given,
    meaning: words.givenMeans,
    isNumber: true,
    render: ({ givenUpCents }) => formatMoney(givenUpCents),
  },
  {
    id: 'state',
    header: words.state,
    isWrapping: true,
    render: ({ state }) => (state === null ? words.stateOpen : STATES[state]),
  },
];

/** The draws of past plans, newest first. */
export function DrawsTable({ draws }: { draws: ExplorationDraw[] }) {
  return (
    <DataTable
      caption={words.caption}
      columns={COLUMNS}
      rows={draws}
      rowKey={({ lineId }) => lineId}
      maxHeight={320}
      testId="exploration-draws"
    />
  );
}
