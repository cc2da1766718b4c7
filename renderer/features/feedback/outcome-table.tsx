import { Button } from '@mantine/core';
import type { Outcome } from '@shared/contract/feedback';
import { type Column, DataTable } from '../../components/data-table';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatDay, formatDays, formatMoney, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './outcome-table.module.css';
import { describeDecision, describeSales, outcomeTitle, STATE_WORDS, shortDecision } from './outcome-words';

const words = texts.feedback.table;

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
    header: words.columns.day,
    meaning: words.columns.dayMeans,
    render: ({ recommendedOn }) => formatDay(recommendedOn),
    sortBy: ({ recommendedOn }) => recommendedOn,
  },
  { id: 'build', header: words.columns.build, render: outcomeTitle, sortBy: outcomeTitle },
  {
    id: 'state',
    header: words.columns.state,
    render: ({ state }) => (
      <StatusPill tone={STATE_WORDS[state].tone} title={STATE_WORDS[state].meaning}>
        {STATE_WORDS[state].label}
      </StatusPill>
    ),
    sortBy: ({ state }) => STATE_WORDS[state].label,
  },
  {
    id: 'decision',
    header: words.columns.decision,
    render: (outcome) => (
      <span className={classes.decision} title={describeDecision(outcome)}>
        {shortDecision(outcome)}
      </span>
    ),
  },
  { id: 'sold', header: words.columns.sold, isNumber: true, render: describeSales },
  {
    id: 'days',
    header: words.columns.days,
    meaning: words.columns.daysMeans,
    isNumber: true,
    render: ({ daysToTurn }) => formatDays(daysToTurn === null ? null : Math.round(daysToTurn)),
    sortBy: ({ daysToTurn }) => daysToTurn,
  },
  {
    id: 'gross',
    header: words.columns.gross,
    meaning: words.columns.grossMeans,
    isNumber: true,
    render: ({ grossPerUnitCents }) => formatMoney(grossPerUnitCents),
    sortBy: ({ grossPerUnitCents }) => grossPerUnitCents,
  },
  {
    id: 'aged',
    header: words.columns.aged,
    meaning: words.columns.agedMeans,
    isNumber: true,
    render: ({ agedUnits }) => formatCount(agedUnits),
    sortBy: ({ agedUnits }) => agedUnits,
  },
  {
    id: 'rating',
    header: words.columns.rating,
    meaning: words.columns.ratingMeans,
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
        caption={words.caption}
        columns={COLUMNS}
        rows={outcomes}
        rowKey={({ id }) => id}
        onOpenRow={({ id }) => onOpen(id)}
        maxHeight="100%"
        empty={words.empty}
        testId="outcomes"
      />
      {total > pageSize && (
        <footer className={classes.pager}>
          <span>
            {words.range(
              formatCount(first),
              formatCount(first + outcomes.length - 1),
              formatQuantity(total, 'recommendation'),
            )}
          </span>
          <Button size="compact-xs" variant="default" disabled={page === 0} onClick={() => onPage(page - 1)}>
            {words.newer}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={first + pageSize > total}
            onClick={() => onPage(page + 1)}
            data-testid="outcomes-older"
          >
            {words.older}
          </Button>
        </footer>
      )}
    </div>
  );
}

function Rating({ rating, hasNote }: { rating: number | null; hasNote: boolean }) {
  if (rating === null) return <span className={classes.dim}>{hasNote ? words.note : words.rate}</span>;
  return (
    <span title={words.stars(rating)}>
      {'★'.repeat(rating)}
      {'☆'.repeat(5 - rating)}
      {hasNote && ` · ${words.note}`}
    </span>
  );
}
