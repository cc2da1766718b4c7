import type { Overview } from '@shared/contract/overview';
import type { Condition } from '@shared/contract/primitives';
import { addPeriods } from '@shared/domain/period';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { writeFigure } from '../../components/figure-text';
import { describeSellingDays } from '../../components/month-under-way';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { drillInto } from '../../lib/data-filter';
import { dealsOfMonth } from '../../lib/deals-address';
import { formatCount, formatPeriod } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './holding-rates-link.module.css';

const words = texts.overview.month;

type Row = Overview['sales'][number] & { target: number | null };

/** The month under way: sold so far, where it ends at this rate, what was aimed at, and the same month last year. */
export function MonthCard({ overview }: { overview: Overview }) {
  const navigate = useNavigate();
  const rows = overview.sales.map((sales) => ({
    ...sales,
    target: overview.targets.find(({ condition }) => condition === sales.condition)?.unitsAMonth ?? null,
  }));
  const month = rows[0]?.monthUnderWay;
  return (
    <Panel
      title={words.title}
      note={month && `${formatPeriod(month.month)}, ${describeSellingDays(month)}`}
      isFlush
      isFilling
      testId="month-card"
    >
      <DataTable
        caption={words.title}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ condition }) => condition}
        onOpenRow={({ condition }) =>
          void navigate({
            to: '/sales',
            search: (before) => drillInto(before, { condition, view: 'figures' }),
          })
        }
      />
    </Panel>
  );
}

const COLUMNS: Column<Row>[] = [
  {
    id: 'condition',
    header: words.condition,
    render: ({ condition }) => texts.terms.conditions[condition],
  },
  {
    id: 'soFar',
    header: words.soFar,
    isNumber: true,
    render: ({ condition, monthToDate, monthUnderWay: { month } }) => (
      <DealsLink condition={condition} month={month} name="so-far">
        {writeFigure(monthToDate)}
      </DealsLink>
    ),
  },
  { id: 'pace', header: words.pace, isNumber: true, render: ({ monthPace }) => writeFigure(monthPace) },
  { id: 'target', header: words.target, isNumber: true, render: (row) => <Target row={row} /> },
  {
    id: 'lastYear',
    header: words.lastYear,
    isNumber: true,
    render: ({ condition, monthUnderWay: { month, unitsYearBefore } }) =>
      unitsYearBefore === null ? (
        formatCount(unitsYearBefore)
      ) : (
        <DealsLink condition={condition} month={addPeriods(month, -12)} name="last-year">
          {formatCount(unitsYearBefore)}
        </DealsLink>
      ),
  },
];

type DealsLinkProps = { condition: Condition; month: string; name: string; children: ReactNode };

function DealsLink({ condition, month, name, children }: DealsLinkProps) {
  return (
    <Link
      to="/sales"
      search={(before) => drillInto(before, dealsOfMonth({ condition }, month))}
      className={classes.rates}
      data-testid={`month-${name}-${condition}`}
    >
      {children}
    </Link>
  );
}

function Target({ row: { target, monthPace } }: { row: Row }) {
  if (target === null)
    return (
      <Link to="/settings" className={classes.rates}>
        {words.noTarget}
      </Link>
    );
  if (monthPace.value === null) return formatCount(target);
  const apart = Math.round(monthPace.value) - target;
  const units = formatCount(Math.abs(apart));
  return (
    <>
      {formatCount(target)}{' '}
      <StatusPill tone={apart >= 0 ? 'good' : apart < -0.1 * target ? 'act' : 'caution'}>
        {apart === 0 ? words.onTarget : apart > 0 ? words.ahead(units) : words.behind(units)}
      </StatusPill>
    </>
  );
}
