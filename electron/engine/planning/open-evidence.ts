/**
 * What each build sold while it could be sold: units and days with a unit on the ground, by half months back from the
 * plan's day (the last entry ends the day before it). Days without stock say nothing of demand and are not among them;
 * a build that sold out in five days has five days, which is strong evidence of a high rate.
 *
 * A unit ordered by its customer leaves on arrival and would have come to an empty lot too. Where a store sells clearly
 * more in the first days after an empty lot than its later days make likely, sales of those days count for less, so
 * that they add up to what is likely (days-in-stock evidence of the forecast leaves them out for the same reason).
 */
import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import type { ConfigurationKey, SoldUnit, StockStay } from './types';

export const BIN_DAYS = 15;
const MOST_BINS = 72;
const ARRIVAL_DAYS = 5;
/** Fewest sales on first days, and how many times what is likely, before they count for less. */
const ARRIVAL_SALES = 10;
const CLEARLY_MORE = 1.5;
/** With fewer of the sales' days in stock known, past stock is guesswork. */
const LEAST_KNOWN_STAYS = 0.8;

export type BuildEvidence = {
  /** Units sold in each half month, oldest first. */
  sold: number[];
  /** Days with a unit on the ground in each. */
  open: number[];
  /** Days since the first unit came; null when none has. */
  ageDays: number | null;
};

export type OpenEvidence = {
  builds: ReadonlyMap<ConfigurationKey, BuildEvidence>;
  bins: number;
  /** Days since the store's first known unit. */
  historyDays: number;
};

/** Null where days in stock are not known. Rows of builds not named in `keys` are passed over. */
export function openEvidence(
  keys: readonly ConfigurationKey[],
  sales: readonly SoldUnit[],
  stays: readonly StockStay[],
  today: CalendarDay,
): OpenEvidence | null {
  const known = sales.filter(({ daysInStock }) => daysInStock !== null);
  if (known.length === 0 || known.length < LEAST_KNOWN_STAYS * sales.length) return null;
  const spans = [...spansOfSales(known, today), ...spansOfStays(stays, today)];
  const historyDays = spans.reduce((most, { from }) => Math.max(most, from), 0);
  const bins = Math.min(MOST_BINS, Math.floor(historyDays / BIN_DAYS));
  if (bins === 0) return null;
  const days = new Map(keys.map((key) => [key, new Uint8Array(bins * BIN_DAYS + ARRIVAL_DAYS)]));
  const first = new Map<ConfigurationKey, number>();
  for (const { key, from, to } of spans) {
    days.get(key)?.fill(1, Math.max(1, to) - 1, from);
    first.set(key, Math.max(first.get(key) ?? 0, from));
  }
  const counted = [...days].map(([key, present]) => countBuild(key, present, known, today, bins));
  const weight = weightOfArrivals(counted);
  return {
    bins,
    historyDays,
    builds: new Map(
      counted.map(({ key, sold, onArrival, open }) => [
        key,
        {
          sold: sold.map((units, bin) => units + weight * (onArrival[bin] ?? 0)),
          open,
          ageDays: first.get(key) ?? null,
        },
      ]),
    ),
  };
}

/** In stock on the days of age `to` to `from`; yesterday has age 1. */
type Span = { key: ConfigurationKey; from: number; to: number };

function spansOfSales(sales: readonly SoldUnit[], today: CalendarDay): Span[] {
  return sales.map(({ configuration, soldOn, daysInStock }) => {
    const to = daysBetween(soldOn, today);
    return { key: configuration, from: to + Math.max(0, daysInStock ?? 0), to };
  });
}

function spansOfStays(stays: readonly StockStay[], today: CalendarDay): Span[] {
  return stays.map(({ configuration, receivedOn, closedOn }) => ({
    key: configuration,
    from: daysBetween(receivedOn, today),
    to: closedOn === null ? 1 : Math.max(1, daysBetween(closedOn, today)),
  }));
}

type CountedBuild = {
  key: ConfigurationKey;
  sold: number[];
  onArrival: number[];
  open: number[];
  /** Of `open`, the first days after an empty lot. */
  arrivalDays: number;
};

/** `present[age - 1]` is 1 where a unit stood. */
function countBuild(
  key: ConfigurationKey,
  present: Uint8Array,
  sales: readonly SoldUnit[],
  today: CalendarDay,
  bins: number,
): CountedBuild {
  const counted = {
    sold: Array<number>(bins).fill(0),
    onArrival: Array<number>(bins).fill(0),
    open: Array<number>(bins).fill(0),
    arrivalDays: 0,
  };
  const binOf = (age: number) => bins - 1 - Math.floor((age - 1) / BIN_DAYS);
  const isArrival = (age: number) => !present.subarray(age - 1, age - 1 + ARRIVAL_DAYS).every(Boolean);
  for (let age = 1; age <= bins * BIN_DAYS; age++) {
    if (!present[age - 1]) continue;
    add(counted.open, binOf(age));
    if (isArrival(age)) counted.arrivalDays += 1;
  }
  for (const { configuration, soldOn } of sales) {
    const age = daysBetween(soldOn, today);
    if (configuration !== key || age < 1 || age > bins * BIN_DAYS) continue;
    add(isArrival(age) ? counted.onArrival : counted.sold, binOf(age));
  }
  return { key, ...counted };
}

function add(counts: number[], bin: number): void {
  counts[bin] = (counts[bin] ?? 0) + 1;
}

function weightOfArrivals(builds: readonly CountedBuild[]): number {
  const rows = builds.map(({ sold, onArrival, open, arrivalDays }) => ({
    later: sumOf(sold),
    laterDays: sumOf(open) - arrivalDays,
    onArrival: sumOf(onArrival),
    arrivalDays,
  }));
  const seen = sumOf(rows.map((row) => row.onArrival));
  const meanRate = sumOf(rows.map((row) => row.later)) / Math.max(1, sumOf(rows.map((row) => row.laterDays)));
  if (seen < ARRIVAL_SALES || meanRate === 0) return 1;
  const likely = sumOf(
    rows.map(
      ({ later, laterDays, arrivalDays }) =>
        (arrivalDays * (later + 0.5)) / (Math.max(0, laterDays) + 0.5 / meanRate),
    ),
  );
  return seen > CLEARLY_MORE * likely ? likely / seen : 1;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
