/**
 * A store's sales and stock as a tree of demand series: the store, its models, their trims. Units are counted
 * sales per period; `inStockShare` is the share of the period's days with at least one unit on the ground.
 *
 * Which periods are complete: the first is left out when the store's sales begin more than a few days into it; the
 * last is the newest one that ended by the as-of day, or by the newest sale where the sales file is older than
 * the stock. A series begins with its first sale or first day in stock, so that a launch is not a row of zeros.
 */
import { addDays, type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import {
  addPeriods,
  firstDay,
  type Grain,
  lastDay,
  type Period,
  periodOf,
  periodOrdinal,
  periodRange,
} from '@shared/domain/period';
import type { DemandSeries } from './types';

export type DemandLevel = 'store' | 'model' | 'trim';

export type SalesCell = { make: string; model: string; trim: string | null; period: Period; units: number };
/** Days with at least one unit on the ground, both ends included. */
export type StockSpan = {
  make: string;
  model: string;
  trim: string | null;
  from: CalendarDay;
  to: CalendarDay;
};

export type DemandRows = {
  cells: SalesCell[];
  /** Null when the files do not tell how long sold units stood: days without stock are then unknown. */
  spans: StockSpan[] | null;
  firstSoldOn: CalendarDay;
  lastSoldOn: CalendarDay;
};

export type DemandNode = {
  level: DemandLevel;
  make: string | null;
  model: string | null;
  trim: string | null;
  series: DemandSeries;
  children: DemandNode[];
};

type Window = { grain: Grain; first: Period; last: Period; asOf: CalendarDay };

/** Sales that begin within so many days of a period's start cover it. */
const START_TOLERANCE_DAYS = 3;
/** A store sells every few days: a longer silence before the as-of day means that newer sales were not imported. */
const STALE_SALES_DAYS = 10;
/** Without a sale for a year and without stock now, a series is of the past: counted above, not forecast. */
const RETIRED_AFTER = { month: 12, week: 52 } as const;

/** The tree down to `deepest`; null when no period is complete yet. */
export function buildDemandTree(
  rows: DemandRows,
  grain: Grain,
  asOf: CalendarDay,
  deepest: DemandLevel,
): DemandNode | null {
  const window = completeWindow(rows, grain, asOf);
  if (!window) return null;
  const models = groupBy(rows, ({ make, model }) => JSON.stringify([make, model]));
  const children = deepest === 'store' ? [] : models.flatMap((own) => modelNode(own, window, deepest));
  return toNode('store', rows, window, children);
}

export function completeWindow(rows: DemandRows, grain: Grain, asOf: CalendarDay): Window | null {
  const begun = periodOf(rows.firstSoldOn, grain);
  const isWhole = daysBetween(firstDay(begun), rows.firstSoldOn) <= START_TOLERANCE_DAYS;
  const isStale = daysBetween(rows.lastSoldOn, asOf) > STALE_SALES_DAYS;
  const until = isStale ? rows.lastSoldOn : asOf;
  const running = periodOf(until, grain);
  const first = isWhole ? begun : addPeriods(begun, 1);
  const last = lastDay(running) <= until ? running : addPeriods(running, -1);
  return periodOrdinal(last) >= periodOrdinal(first) ? { grain, first, last, asOf } : null;
}

function modelNode(rows: DemandRows, window: Window, deepest: DemandLevel): DemandNode[] {
  if (isRetired(rows, window)) return [];
  const trims = deepest === 'trim' ? groupBy(rows, ({ trim }) => JSON.stringify(trim)) : [];
  const children = trims.flatMap((own) => (isRetired(own, window) ? [] : [toNode('trim', own, window, [])]));
  return [toNode('model', rows, window, children)];
}

function toNode(level: DemandLevel, rows: DemandRows, window: Window, children: DemandNode[]): DemandNode {
  const sample = rows.cells[0] ?? rows.spans?.[0];
  const make = level === 'store' ? null : (sample?.make ?? null);
  const model = level === 'store' ? null : (sample?.model ?? null);
  const trim = level === 'trim' ? (sample?.trim ?? null) : null;
  return {
    level,
    make,
    model,
    trim,
    series: { id: seriesKey(level, make, model, trim), ...valuesOf(rows, window) },
    children,
  };
}

/** `store`, `model:Ford|F-150`, `trim:Ford|F-150|XLT`; an unknown trim stays empty. */
export function seriesKey(
  level: DemandLevel,
  make: string | null,
  model: string | null,
  trim: string | null,
): string {
  if (level === 'store') return 'store';
  const parts = level === 'model' ? [make, model] : [make, model, trim];
  return `${level}:${parts.map((part) => part ?? '').join('|')}`;
}

function valuesOf(rows: DemandRows, window: Window): Omit<DemandSeries, 'id'> {
  const spans = rows.spans && mergeSpans(rows.spans);
  const starts = [
    ...rows.cells.map(({ period }) => period),
    ...(spans?.slice(0, 1).map(({ from }) => periodOf(from, window.grain)) ?? []),
  ].map(periodOrdinal);
  const begun = starts.reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const start =
    begun > periodOrdinal(window.first)
      ? addPeriods(window.first, begun - periodOrdinal(window.first))
      : window.first;
  const periods = periodRange(start, window.last);
  const units = new Map<Period, number>();
  for (const cell of rows.cells) units.set(cell.period, (units.get(cell.period) ?? 0) + cell.units);
  return {
    grain: window.grain,
    start,
    values: periods.map((period) => units.get(period) ?? 0),
    ...(spans ? { inStockShare: periods.map((period) => shareInStock(spans, period)) } : {}),
  };
}

/** Spans joined where they touch or overlap, in the order of days. */
export function mergeSpans(
  spans: readonly { from: CalendarDay; to: CalendarDay }[],
): { from: CalendarDay; to: CalendarDay }[] {
  const merged: { from: CalendarDay; to: CalendarDay }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && from <= addDays(last.to, 1)) last.to = laterOf(to, last.to);
    else merged.push({ from, to });
  }
  return merged;
}

function shareInStock(spans: readonly { from: CalendarDay; to: CalendarDay }[], period: Period): number {
  const first = firstDay(period);
  const last = lastDay(period);
  let days = 0;
  for (const { from, to } of spans) {
    const begin = laterOf(from, first);
    const end = laterOf(to, last) === to ? last : to;
    if (begin <= end) days += daysBetween(begin, end) + 1;
  }
  return days / (daysBetween(first, last) + 1);
}

function laterOf(one: CalendarDay, other: CalendarDay): CalendarDay {
  return daysBetween(one, other) > 0 ? other : one;
}

function isRetired(rows: DemandRows, { grain, last, asOf }: Window): boolean {
  const oldest = periodOrdinal(last) - RETIRED_AFTER[grain];
  const isSelling = rows.cells.some(({ period }) => periodOrdinal(period) > oldest);
  const isStocked = rows.spans?.some(({ to }) => to >= asOf) ?? false;
  return !isSelling && !isStocked;
}

type Keyed = { make: string; model: string; trim: string | null };

function groupBy(rows: DemandRows, keyOf: (row: Keyed) => string): DemandRows[] {
  const groups = new Map<string, DemandRows>();
  const groupOf = (row: Keyed): DemandRows => {
    const key = keyOf(row);
    const found = groups.get(key) ?? { ...rows, cells: [], spans: rows.spans && [] };
    groups.set(key, found);
    return found;
  };
  for (const cell of rows.cells) groupOf(cell).cells.push(cell);
  for (const span of rows.spans ?? []) groupOf(span).spans?.push(span);
  return [...groups.values()];
}
