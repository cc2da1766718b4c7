/** Columns of the gaps: what is here, what comes, what will be left, what should be, and so what to do. */
import type { Gap, GapInPlan } from '@shared/contract/plan-gaps';
import type { Column } from '../../components/data-table';
import { Delta } from '../../components/delta';
import { Sparkline } from '../../components/sparkline';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatDays, formatDecimal, formatMoney, MISSING, spellDays } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './gap-columns.module.css';

const words = texts.gaps;

/** The make is said only where there are several. */
const segment = (hasMakes: boolean): Column<Gap> => ({
  id: 'segment',
  header: words.columns.segment,
  render: (gap) => (
    <span title={gap.note === null ? undefined : spellDays(gap.note)}>
      {[hasMakes && gap.make, gap.model, gap.trim].filter(Boolean).join(' ')}{' '}
      {gap.isCore && (
        <StatusPill tone="good" title={words.coreMeans}>
          {words.core}
        </StatusPill>
      )}
    </span>
  ),
  sortBy: ({ model, trim }) => `${model} ${trim ?? ''}`,
});

const action: Column<Gap>[] = [
  {
    id: 'gap',
    header: words.columns.gap,
    meaning: words.columns.gapMeans,
    isNumber: true,
    render: ({ gap }) => <Delta value={gap} />,
    sortBy: ({ gap }) => gap,
  },
  {
    id: 'words',
    header: words.columns.signal,
    render: (gap) => <GapPill gap={gap} />,
    sortBy: ({ signal, gap }) => (signal === null ? 0 : gap),
  },
];

const worth: Column<Gap>[] = [
  {
    id: 'demand',
    header: words.columns.demand,
    meaning: words.columns.demandMeans,
    isNumber: true,
    render: (gap) => <Demand gap={gap} />,
    sortBy: ({ monthlyDemand }) => monthlyDemand,
  },
  {
    id: 'gross',
    header: words.columns.gross,
    meaning: words.columns.grossMeans,
    isNumber: true,
    render: ({ grossCents }) => formatMoney(grossCents),
    sortBy: ({ grossCents }) => grossCents,
  },
  {
    id: 'days',
    header: words.columns.days,
    meaning: words.columns.daysMeans,
    isNumber: true,
    render: ({ medianDays }) => formatCount(medianDays),
    sortBy: ({ medianDays }) => medianDays,
  },
];

const inPlan: Column<Gap> = {
  id: 'plan',
  header: words.columns.plan,
  meaning: words.columns.planMeans,
  render: ({ inPlan: planned }) => (planned === null ? MISSING : <InPlan planned={planned} />),
  sortBy: ({ inPlan: planned }) => planned?.units ?? null,
};

/** New units are set on the day an order placed today would arrive. */
export const newColumns = (hasMakes: boolean): Column<Gap>[] => [
  segment(hasMakes),
  ...action,
  {
    id: 'here',
    header: words.columns.here,
    meaning: words.columns.hereMeans,
    isNumber: true,
    render: ({ available, soldWaiting }) => formatCount(available + soldWaiting),
    sortBy: ({ available, soldWaiting }) => available + soldWaiting,
  },
  {
    id: 'arriving',
    header: words.columns.arriving,
    meaning: words.columns.arrivingMeans,
    isNumber: true,
    render: ({ arriving, pipeline }) =>
      arriving === pipeline
        ? formatCount(pipeline)
        : words.arriving(formatCount(arriving), formatCount(pipeline)),
    sortBy: ({ arriving }) => arriving,
  },
  {
    id: 'weeks',
    header: words.columns.weeks,
    meaning: words.columns.weeksMeans,
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
    header: words.columns.projected,
    meaning: words.columns.projectedMeans,
    isNumber: true,
    render: ({ projected, leadDays }) => (
      <span title={words.inDays(formatDays(leadDays))}>{formatDecimal(projected)}</span>
    ),
    sortBy: ({ projected }) => projected,
  },
  {
    id: 'ideal',
    header: words.columns.idealThen,
    meaning: words.columns.idealThenMeans,
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
    header: words.columns.available,
    isNumber: true,
    render: ({ available }) => formatCount(available),
    sortBy: ({ available }) => available,
  },
  {
    id: 'pipeline',
    header: words.columns.pipeline,
    isNumber: true,
    render: ({ pipeline }) => formatCount(pipeline),
    sortBy: ({ pipeline }) => pipeline,
  },
  {
    id: 'ideal',
    header: words.columns.ideal,
    meaning: words.columns.idealMeans,
    isNumber: true,
    render: ({ ideal }) => formatDecimal(ideal),
    sortBy: ({ ideal }) => ideal,
  },
  {
    id: 'supply',
    header: words.columns.supply,
    isNumber: true,
    render: ({ daysSupply }) => (daysSupply === null ? words.noSales : formatDays(daysSupply)),
    sortBy: ({ daysSupply }) => daysSupply,
  },
  ...worth,
];

function GapPill({ gap: { gap, signal } }: { gap: Gap }) {
  if (signal === 'opportunity') return <StatusPill tone="act">{words.signals.get}</StatusPill>;
  if (signal === 'overstock') return <StatusPill tone="caution">{words.signals.tooMany}</StatusPill>;
  return (
    <StatusPill tone="good">{gap === 0 ? words.signals.inBalance : words.signals.nearBalance}</StatusPill>
  );
}

const APART_SHARE = 0.1;

/** The plan's own demand is said where it is clearly another one. */
function Demand({ gap: { monthlyDemand, inPlan: planned } }: { gap: Gap }) {
  const forecast = formatDecimal(monthlyDemand);
  const plan = planned?.monthlyDemand ?? null;
  if (plan === null || Math.abs(plan - monthlyDemand) <= APART_SHARE * monthlyDemand) return forecast;
  return (
    <span className={classes.inPlan} title={words.planDemand}>
      {forecast}
      <span className={classes.why}>({formatDecimal(plan)})</span>
    </span>
  );
}

function InPlan({ planned: { units, because, cents } }: { planned: GapInPlan }) {
  const dollars = formatMoney(cents === null ? null : Math.abs(cents));
  const { why, meaning } = words.plan[because](dollars);
  return (
    <span title={meaning} className={classes.inPlan}>
      {formatCount(units)} <span className={classes.why}>{why}</span>
    </span>
  );
}

function describeArrivals(units: readonly number[]): string {
  const weeks = units.flatMap((count, week) => (count > 0 ? [words.arrivalsOfWeek(count, week + 1)] : []));
  return weeks.length === 0 ? words.noArrivals : weeks.join(', ');
}
