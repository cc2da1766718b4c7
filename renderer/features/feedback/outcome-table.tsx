import { Button } from '@mantine/core';
import type { Outcome } from '@shared/contract/feedback';
import { type Column, DataTable } from '../../components/data-table';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatDay, formatDays, formatMoney, formatQuantity } from '../../lib/format';
import classes from './outcome-table.module.css';
import { describeDecision, describeSales, outcomeTitle, STATE_WORDS, shortDecision } from './outcome-words';

type Props = {
  outcomes: Outcome[];
  total: number;
  page: number;
  pageSize: number;
  onPage(page: number): void;
  onOpen(id: string): void;
};

const COLUMNS: Column<Outcome>[] = [
  {
    id: 'day',
    header: 'Advised',
    meaning: 'The day of the recommendation',
    render: ({ recommendedOn }) => formatDay(recommendedOn),
    sortBy: ({ recommendedOn }) => recommendedOn,
  },
  { id: 'build', header: 'Build', render: outcomeTitle, sortBy: outcomeTitle },
  {
    id: 'state',
    header: 'State',
    render: ({ state }) => (
      <StatusPill tone={STATE_WORDS[state].tone} title={STATE_WORDS[state].meaning}>
        {STATE_WORDS[state].label}
      </StatusPill>
    ),
    sortBy: ({ state }) => STATE_WORDS[state].label,
  },
  {
    id: 'decision',
    header: 'Decision',
    render: (outcome) => (
      <span className={classes.decision} title={describeDecision(outcome)}>
        {shortDecision(outcome)}
      </span>
    ),
  },
  { id: 'sold', header: 'Sold', isNumber: true, render: describeSales },
  {
    id: 'days',
    header: 'Days',
    meaning: 'Mean days from arrival to sale of the units sold',
    isNumber: true,
    render: ({ daysToTurn }) => formatDays(daysToTurn === null ? null : Math.round(daysToTurn)),
    sortBy: ({ daysToTurn }) => daysToTurn,
  },
  {
    id: 'gross',
    header: 'Gross',
    meaning: 'Front and back gross per unit sold',
    isNumber: true,
    render: ({ grossPerUnitCents }) => formatMoney(grossPerUnitCents),
    sortBy: ({ grossPerUnitCents }) => grossPerUnitCents,
  },
  {
    id: 'aged',
    header: 'Aged',
    meaning: 'Units that stood longer than the aged days of the settings',
    isNumber: true,
    render: ({ agedUnits }) => formatCount(agedUnits),
    sortBy: ({ agedUnits }) => agedUnits,
  },
  {
    id: 'rating',
    header: 'Rating',
    meaning: 'Your own word: Enter on a row',
    render: ({ rating, note }) => <Rating rating={rating} hasNote={note !== null} />,
    sortBy: ({ rating }) => rating,
  },
];

/** A page of outcomes, newest first; a row opens to be rated. */
export function OutcomeTable({ outcomes, total, page, pageSize, onPage, onOpen }: Props) {
  const first = page * pageSize + 1;
  return (
    <div className={classes.frame}>
      <DataTable
        caption="Recommendations and what became of them"
        columns={COLUMNS}
        rows={outcomes}
        rowKey={({ id }) => id}
        onOpenRow={({ id }) => onOpen(id)}
        maxHeight="100%"
        empty="Nothing in this state."
        testId="outcomes"
      />
      {total > pageSize && (
        <footer className={classes.pager}>
          <span>
            {formatCount(first)} to {formatCount(first + outcomes.length - 1)} of{' '}
            {formatQuantity(total, 'recommendation')}
          </span>
          <Button size="compact-xs" variant="default" disabled={page === 0} onClick={() => onPage(page - 1)}>
            Newer
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={first + pageSize > total}
            onClick={() => onPage(page + 1)}
            data-testid="outcomes-older"
          >
            Older
          </Button>
        </footer>
      )}
    </div>
  );
}

function Rating({ rating, hasNote }: { rating: number | null; hasNote: boolean }) {
  const note = hasNote ? ' · note' : '';
  if (rating === null) return <span className={classes.dim}>{hasNote ? 'note' : 'rate'}</span>;
  return (
    <span title={`${rating} of 5`}>
      {'★'.repeat(rating)}
      {'☆'.repeat(5 - rating)}
      {note}
    </span>
  );
}
