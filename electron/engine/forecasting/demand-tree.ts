/**
 * A store's sales and stock as a tree of demand series: the store, its models, their trims, the trims' builds. Units are
 * counted sales per period; `inStockShare` is the share of the period's days with at least one unit on the ground. A
 * series begins with its first sale or first day in stock, so that a launch is not a row of zeros. A trim that is only on its
 * way has no value yet: its series begins with the period to come, and `coming` says when.
 */
import type { CalendarDay } from '@shared/domain/calendar-day';
import {
  addPeriods,
  type Grain,
  type Period,
  periodOf,
  periodOrdinal,
  periodRange,
} from '@shared/domain/period';
import { type Configuration, type DemandLevel, type DemandRows, groupRows, seriesKey } from './demand-rows';
import { completeWindow, type DemandWindow, runningPeriod } from './demand-window';
import { pooledEvidence } from './pooled-evidence';
import { mergeSpans, type StockEvidence, stockEvidence } from './stock-days';
import type { DemandSeries } from './types';

export type DemandNode = {
  level: DemandLevel;
  /** What the series counts: nothing named above its level. */
  of: Partial<Configuration>;
  series: DemandSeries;
  /** Beside the series' values; null where days in stock are not known. */
  evidence: StockEvidence[] | null;
  /** Units sold in the period under way; null when there is none, or nothing to sell yet. */
  runningUnits: number | null;
  /** Of what never stood or sold: the units that are on their way. */
  coming: ComingUnits | null;
  children: DemandNode[];
};

export type ComingUnits = {
  units: number;
  /** Whole periods to come before the first of them arrives; 0 where no date is stated. */
  periodsUntil: number;
};

/** Without a sale for a year and without stock now, a series is of the past: counted above, not forecast. */
const RETIRED_AFTER = { month: 12, week: 52 } as const;

const LEVELS: readonly DemandLevel[] = ['store', 'model', 'trim', 'build'];

export type DemandTree = { root: DemandNode; window: DemandWindow };

/** The tree down to `deepest`; null when no period is complete yet. Ids begin with `idPrefix`. */
export function buildDemandTree(
  rows: DemandRows,
  grain: Grain,
  asOf: CalendarDay,
  deepest: DemandLevel,
  idPrefix = '',
): DemandTree | null {
  const window = completeWindow(rows, grain, asOf);
  return window && { root: toNode('store', rows, { window, deepest, idPrefix }), window };
}

type Shape = { window: DemandWindow; deepest: DemandLevel; idPrefix: string };

function toNode(level: DemandLevel, rows: DemandRows, shape: Shape): DemandNode {
  const { window, deepest, idPrefix } = shape;
  const below = level === deepest ? undefined : LEVELS[LEVELS.indexOf(level) + 1];
  const groups = below ? groupRows(withoutNewBuilds(rows, below), (row) => seriesKey(below, row)) : [];
  const of = attributesAt(level, rows.sales[0] ?? rows.spans?.[0] ?? rows.coming?.[0]);
  const { evidence, ...counted } = countPeriods(rows, window);
  const running = runningPeriod(window);
  return {
    level,
    of,
    series: { id: `${idPrefix}${seriesKey(level, of)}`, grain: window.grain, ...counted },
    evidence,
    runningUnits: running && hasPast(rows) ? unitsSince(rows, running.from, window.salesUntil) : null,
    coming: hasPast(rows) ? null : comingUnits(rows, window),
    children: groups.flatMap((own) => (below && !isRetired(own, window) ? [toNode(below, own, shape)] : [])),
  };
}

function hasPast({ sales, spans }: DemandRows): boolean {
  return sales.length > 0 || (spans?.length ?? 0) > 0;
}

/** A trim that has a past is split over builds that have one; what sells of a new one is not known. */
function withoutNewBuilds(rows: DemandRows, level: DemandLevel): DemandRows {
  return level === 'build' && hasPast(rows) ? { ...rows, coming: [] } : rows;
}

function comingUnits({ coming = [] }: DemandRows, { grain, last }: DemandWindow): ComingUnits | null {
  if (coming.length === 0) return null;
  const days = coming.flatMap(({ arrivesOn }) => arrivesOn ?? []).sort();
  const until = days[0] ? periodOrdinal(periodOf(days[0], grain)) - periodOrdinal(last) - 1 : 0;
  return { units: coming.reduce((sum, { units }) => sum + units, 0), periodsUntil: Math.max(0, until) };
}

function attributesAt(level: DemandLevel, row: Configuration | undefined): Partial<Configuration> {
  if (!row || level === 'store') return {};
  const { make, model, trim, body, drivetrain, engine, package: equipment } = row;
  if (level === 'model') return { make, model };
  if (level === 'trim') return { make, model, trim };
  return { make, model, trim, body, drivetrain, engine, package: equipment };
}

function countPeriods(
  rows: DemandRows,
  window: DemandWindow,
): Pick<DemandSeries, 'start' | 'values' | 'inStockShare'> & { evidence: StockEvidence[] | null } {
  const { sales, spans } = rows;
  const start = startOf(rows, window);
  const periods = periodRange(start, window.last);
  const whole = stockEvidence(sales, spans ? mergeSpans(spans) : [], periods);
  const evidence = spans ? pooledOver(rows, whole, periods) : whole;
  const values = evidence.map(({ units }) => units);
  if (!spans) return { start, values, evidence: null };
  return { start, values, inStockShare: evidence.map(({ inStockShare }) => inStockShare), evidence };
}

/** A series of one build is as open as its build. */
function pooledOver(rows: DemandRows, whole: StockEvidence[], periods: Period[]): StockEvidence[] {
  const builds = groupRows(rows, (row) => seriesKey('build', row));
  if (builds.length < 2) return whole;
  return pooledEvidence(
    whole,
    builds.map((own) => stockEvidence(own.sales, own.spans ?? [], periods)),
  );
}

function startOf({ sales, spans, coming }: DemandRows, { grain, first, last }: DemandWindow): Period {
  const days = [...sales.map(({ soldOn }) => soldOn), ...(spans ?? []).map(({ from }) => from)];
  const begun = days.reduce<CalendarDay | null>(
    (least, day) => (least === null || day < least ? day : least),
    null,
  );
  if (begun === null) return coming && coming.length > 0 ? addPeriods(last, 1) : first;
  const late = periodOrdinal(periodOf(begun, grain)) - periodOrdinal(first);
  return late > 0 ? addPeriods(first, late) : first;
}

function unitsSince({ sales }: DemandRows, from: CalendarDay, until: CalendarDay): number {
  return sales.reduce((sum, { soldOn, units }) => (soldOn >= from && soldOn <= until ? sum + units : sum), 0);
}

function isRetired({ sales, spans, coming }: DemandRows, { grain, last, asOf }: DemandWindow): boolean {
  if (coming && coming.length > 0) return false;
  const oldest = periodOrdinal(last) - RETIRED_AFTER[grain];
  const isSelling = sales.some(({ soldOn }) => periodOrdinal(periodOf(soldOn, grain)) > oldest);
  const isStocked = spans?.some(({ to }) => to >= asOf) ?? false;
  return !isSelling && !isStocked;
}
