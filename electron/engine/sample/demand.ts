/**
 * How many customers come, as a pure function of day, line and chance. Counts are overdispersed: Poisson
 * around a rate that itself is shaken month by month for the store and for each line.
 */
import { dayFromNumber } from '@shared/domain/calendar-day';
import type { RandomSource } from './random-source';
import type { Season } from './vehicle-spec';

export const DAYS_PER_MONTH = 30.44;

/** January to December, mean 1: spring and summer peaks, a strong December, a weak January. */
const SEASONS: Readonly<Record<Season, readonly number[]>> = {
  truck: [0.7, 0.82, 1.06, 1.05, 1.08, 1.03, 1.02, 1.0, 0.99, 0.98, 0.93, 1.34],
  suv: [0.68, 0.83, 1.06, 1.05, 1.1, 1.06, 1.04, 1.05, 0.94, 0.91, 0.9, 1.36],
  car: [0.72, 0.9, 1.13, 1.1, 1.1, 1.04, 1.05, 1.06, 0.95, 0.9, 0.86, 1.18],
  sports: [0.55, 0.7, 1.15, 1.35, 1.4, 1.3, 1.2, 1.05, 0.95, 0.85, 0.7, 0.8],
};
/** Sunday (closed) to Saturday; the mean over a week is 1. */
const WEEKDAYS = [0, 1.05, 0.85, 0.85, 0.95, 1.3, 2.0];
/** The last days of a month draw customers from the days before. */
const MONTH_END = { days: 4, lift: 1.5, before: 0.925 };
const STORE_SHOCK = 0.07;
const LINE_SHOCK = 0.16;
const MONTHS_OF_RAMP = 7;

export type DayKind = {
  day: number;
  year: number;
  /** 1-12. */
  month: number;
  weekday: number;
  /** Share of an average day's customers, apart from the season. */
  traffic: number;
  open: boolean;
};

export function dayKind(day: number): DayKind {
  const text = dayFromNumber(day);
  const month = Number(text.slice(5, 7));
  const weekday = (day + 4) % 7;
  const tomorrowMonth = Number(dayFromNumber(day + MONTH_END.days).slice(5, 7));
  const holiday = text.endsWith('-12-25') || text.endsWith('-01-01') || text.endsWith('-07-04');
  const rush = tomorrowMonth === month ? MONTH_END.before : MONTH_END.lift;
  const traffic = holiday ? 0 : (WEEKDAYS[weekday] ?? 0) * rush;
  return { day, year: Number(text.slice(0, 4)), month, weekday, traffic, open: traffic > 0 };
}

export function seasonFactor(season: Season, month: number): number {
  return SEASONS[season][month - 1] ?? 1;
}

/**
 * Share of full demand that a build of limited life has: nothing before its launch, then a ramp.
 * `monthsAgo` counts from the data date and falls as time passes.
 */
export function lifeFactor(monthsAgo: number, launchedMonthsAgo: number | undefined): number {
  if (launchedMonthsAgo === undefined) return 1;
  const age = launchedMonthsAgo - monthsAgo;
  if (age <= 0) return 0;
  return Math.min(1, 0.35 + (0.65 * age) / MONTHS_OF_RAMP);
}

/** Month-long disturbances: one of the store, one of each line, drawn again on the first of each month. */
export class MonthlyShocks {
  readonly #random: RandomSource;
  readonly #lineShocks: number[];
  #storeShock = 1;
  #month = 0;

  constructor(random: RandomSource, lineCount: number) {
    this.#random = random;
    this.#lineShocks = new Array<number>(lineCount).fill(1);
  }

  enter(kind: DayKind): void {
    if (kind.month === this.#month) return;
    this.#month = kind.month;
    this.#storeShock = this.#random.shock(STORE_SHOCK);
    for (let line = 0; line < this.#lineShocks.length; line++) {
      this.#lineShocks[line] = this.#random.shock(LINE_SHOCK);
    }
  }

  ofStore(): number {
    return this.#storeShock;
  }

  ofLine(line: number): number {
    return this.#storeShock * (this.#lineShocks[line] ?? 1);
  }
}
