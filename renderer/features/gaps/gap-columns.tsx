/** Columns of the gaps: what is here, what comes, what will be left, what should be, and so what to do. */
import type { Gap, GapInPlan } from '@shared/contract/plan-gaps';
import type { Column } from '../../components/data-table';
import { Delta } from '../../components/delta';
import { Sparkline } from '../../components/sparkline';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatDays, formatDecimal, formatMoney, MISSING, spellDays } from '../../lib/format';
import classes from './gap-columns.module.css';

/** The make is said only where there are several. */
const segment = (hasMakes: boolean): Column<Gap> => ({
  id: 'segment',
  header: 'Segment',
  render: (gap) => (
    <span title={gap.note === null ? undefined : spellDays(gap.note)}>
      {[hasMakes && gap.make, gap.model, gap.trim].filter(Boolean).join(' ')}{' '}
      {gap.isCore && (
        <StatusPill tone="good" title="Earns more than the store’s mean and sells faster than its median">
          Core
        </StatusPill>
      )}
    </span>
  ),
  sortBy: ({ model, trim }) => `${model} ${trim ?? ''}`,
});

const action: Column<Gap>[] = [
  {
    id: 'gap',
    header: 'Action',
    meaning: 'Ideal less what will be left, in whole units: + to get, − to reduce',
    isNumber: true,
    render: ({ gap }) => <Delta value={gap} />,
    sortBy: ({ gap }) => gap,
  },
  {
    id: 'words',
    header: 'Signal',
    render: (gap) => <GapPill gap={gap} />,
    sortBy: ({ signal, gap }) => (signal === null ? 0 : gap),
  },
];

const worth: Column<Gap>[] = [
  {
    id: 'demand',
    header: 'A month',
    meaning:
      'Demand: forecast over the target days, in brackets what the plan goes by where it is a tenth apart; of used units the rate of the last 90 days',
    isNumber: true,
    render: (gap) => <Demand gap={gap} />,
    sortBy: ({ monthlyDemand }) => monthlyDemand,
  },
  {
    id: 'gross',
    header: 'Gross',
    meaning: 'Mean gross a unit of its sales in a year, drawn toward its family where few sold',
    isNumber: true,
    render: ({ grossCents }) => formatMoney(grossCents),
    sortBy: ({ grossCents }) => grossCents,
  },
  {
    id: 'days',
    header: 'Days',
    meaning: 'Half sell within so many days, unsold units counted; a dash where too few sold',
    isNumber: true,
    render: ({ medianDays }) => formatCount(medianDays),
    sortBy: ({ medianDays }) => medianDays,
  },
];

const inPlan: Column<Gap> = {
  id: 'plan',
  header: 'In the plan',
  meaning: 'What the order plan of this day orders, and why that is not the gap',
  render: ({ inPlan: planned }) => (planned === null ? MISSING : <InPlan planned={planned} />),
  sortBy: ({ inPlan: planned }) => planned?.units ?? null,
};

/** New units are set on the day an order placed today would arrive. */
export const newColumns = (hasMakes: boolean): Column<Gap>[] => [
  segment(hasMakes),
  ...action,
  {
    id: 'here',
    header: 'Here',
    meaning: 'Available, and sold units that wait for delivery and whose sale is not in the books yet',
    isNumber: true,
    render: ({ available, soldWaiting }) => formatCount(available + soldWaiting),
    sortBy: ({ available, soldWaiting }) => available + soldWaiting,
  },
  {
    id: 'arriving',
    header: 'Arriving',
    meaning: 'On its way, of which within the order time',
    isNumber: true,
    render: ({ arriving, pipeline }) =>
      arriving === pipeline ? formatCount(pipeline) : `${formatCount(arriving)} of ${formatCount(pipeline)}`,
    sortBy: ({ arriving }) => arriving,
  },
  {
    id: 'weeks',
    header: 'By week',
    meaning: 'Units arriving in each of the next 13 weeks',
    render: ({ arrivalsByWeek, pipeline }) =>
      pipeline === 0 ? (
        MISSING
      ) : (
        <span title={describeArrivals(arrivalsByWeek)}>
          <Sparkline values={arrivalsByWeek} width={56} height={18} />
        </span>
      ),
  },
  {
    id: 'projected',
    header: 'Left then',
    meaning: 'Units expected to be left when an order placed today arrives',
    isNumber: true,
    render: ({ projected, leadDays }) => (
      <span title={`in ${formatDays(leadDays)}`}>{formatDecimal(projected)}</span>
    ),
    sortBy: ({ projected }) => projected,
  },
  {
    id: 'ideal',
    header: 'Ideal then',
    meaning: 'Demand of the target days that follow, and no less than the minimum to stock',
    isNumber: true,
    render: ({ ideal }) => formatDecimal(ideal),
    sortBy: ({ ideal }) => ideal,
  },
  inPlan,
  ...worth,
];

/** Used units are bought, not ordered: their day is today. */
export const usedColumns = (hasMakes: boolean): Column<Gap>[] => [
  segment(hasMakes),
  ...action,
  {
    id: 'available',
    header: 'Available',
    isNumber: true,
    render: ({ available }) => formatCount(available),
    sortBy: ({ available }) => available,
  },
  {
    id: 'pipeline',
    header: 'Coming',
    isNumber: true,
    render: ({ pipeline }) => formatCount(pipeline),
    sortBy: ({ pipeline }) => pipeline,
  },
  {
    id: 'ideal',
    header: 'Ideal',
    meaning: 'Target days at the rate of the last 90 days',
    isNumber: true,
    render: ({ ideal }) => formatDecimal(ideal),
    sortBy: ({ ideal }) => ideal,
  },
  {
    id: 'supply',
    header: 'Days supply',
    isNumber: true,
    render: ({ daysSupply }) => (daysSupply === null ? 'no sales' : formatDays(daysSupply)),
    sortBy: ({ daysSupply }) => daysSupply,
  },
  ...worth,
];

function GapPill({ gap: { gap, signal } }: { gap: Gap }) {
  if (signal === 'opportunity') return <StatusPill tone="act">Get</StatusPill>;
  if (signal === 'overstock') return <StatusPill tone="caution">Too many</StatusPill>;
  return <StatusPill tone="good">{gap === 0 ? 'In balance' : 'Near balance'}</StatusPill>;
}

const APART_SHARE = 0.1;

/** The plan's own demand is said where it is clearly another one. */
function Demand({ gap: { monthlyDemand, inPlan: planned } }: { gap: Gap }) {
  const forecast = formatDecimal(monthlyDemand);
  const plan = planned?.monthlyDemand ?? null;
  if (plan === null || Math.abs(plan - monthlyDemand) <= APART_SHARE * monthlyDemand) return forecast;
  return (
    <span
      className={classes.inPlan}
      title="In brackets what the plan goes by: what sold on days in stock, so what could have sold on the others is in it; the forecast says what will sell"
    >
      {forecast}
      <span className={classes.why}>({formatDecimal(plan)})</span>
    </span>
  );
}

function InPlan({ planned: { units, because, cents } }: { planned: GapInPlan }) {
  const dollars = formatMoney(cents === null ? null : Math.abs(cents));
  const why = {
    agrees: '',
    next_unit_loses: `next loses ${dollars}`,
    no_room: `no room, next ${dollars}`,
    last_unit_earns: `last earns ${dollars}`,
    not_orderable: 'not orderable',
  }[because];
  const meaning = {
    agrees: 'The plan orders what the gap says',
    next_unit_loses: `One more unit would lose ${dollars} after holding: so much supply costs more than it earns`,
    no_room: `One more unit would earn ${dollars} after holding, but the plan’s limits leave no room for it`,
    last_unit_earns: `The plan orders more, for the last unit still earns ${dollars} after holding`,
    not_orderable: 'No build of it can be ordered: not dealt in for half a year, or the maker sends none',
  }[because];
  return (
    <span title={meaning} className={classes.inPlan}>
      {formatCount(units)} <span className={classes.why}>{why}</span>
    </span>
  );
}

function describeArrivals(units: readonly number[]): string {
  const weeks = units.flatMap((count, week) => (count > 0 ? [`${count} in week ${week + 1}`] : []));
  return weeks.length === 0 ? 'None in 13 weeks' : weeks.join(', ');
}
