/**
 * The demand behind a store's history, build by build and month by month: what was sold over the days on which it could
 * be sold, smoothed over the months around and drawn toward the trim's mean build.
 *
 *   rate(b, t) = (local units(b) + p) / (local days(b) + p / r(t))       units a day
 *
 * Local sums weigh the months around t with weights that fall linearly to nothing; r(t) is the same rate of the mean
 * build of the trim, itself drawn toward that of the model. A replay draws lost customers by it, and an oracle knows it.
 */
import { modelKey, trimKey } from '../planning/configuration-tree';
import type { LotUnit, WorldBuild } from './types';

const MONTH_DAYS = 30;
const REACH_MONTHS = 3;
/** Units that the word of the trim, or of the model for the trim, is worth. */
const PRIOR_UNITS = 1;

export type HistoricDemand = {
  /** Mean customers a day. */
  rateOf: (build: number, day: number) => number;
  /** Whether at least one unit stood there. */
  isInStock: (build: number, day: number) => boolean;
};

type Exposure = { units: number; days: number };

/** @param days from 0: the days of history, the replayed ones among them */
export function demandOfHistory(
  builds: readonly WorldBuild[],
  units: readonly LotUnit[],
  days: number,
): HistoricDemand {
  const stocked = stockedDays(builds.length, units, days);
  const months = Math.ceil(days / MONTH_DAYS);
  const seen = builds.map((_, build) => monthsOf(build, units, stocked[build] ?? new Uint8Array(0), months));
  const local = seen.map((line) => line.map((_, month) => around(line, month)));
  const trims = groupExposures(
    builds.map(({ build }) => trimKey(build.make, build.model, build.trim)),
    local,
  );
  const models = groupExposures(
    builds.map(({ build }) => modelKey(build.make, build.model)),
    local,
  );
  const rates = local.map((line, build) =>
    line.map((own, month) => {
      const model = models[build]?.[month] ?? own;
      const trim = trims[build]?.[month] ?? own;
      return shrunkRate(own, shrunkRate(trim, plainRate(model)));
    }),
  );
  return {
    rateOf: (build, day) => rates[build]?.[Math.min(months - 1, Math.floor(day / MONTH_DAYS))] ?? 0,
    isInStock: (build, day) => stocked[build]?.[day] === 1,
  };
}

function stockedDays(builds: number, units: readonly LotUnit[], days: number): Uint8Array[] {
  const stocked = Array.from({ length: builds }, () => new Uint8Array(days));
  for (const { build, receivedDay, soldDay } of units) {
    stocked[build]?.fill(1, Math.max(0, receivedDay), Math.min(days, (soldDay ?? days) + 1));
  }
  return stocked;
}

function monthsOf(build: number, units: readonly LotUnit[], stocked: Uint8Array, months: number): Exposure[] {
  const line = Array.from({ length: months }, (_, month) => ({
    units: 0,
    days: stocked.subarray(month * MONTH_DAYS, (month + 1) * MONTH_DAYS).reduce((sum, day) => sum + day, 0),
  }));
  for (const unit of units) {
    if (unit.build !== build || unit.soldDay === null) continue;
    const month = line[Math.floor(unit.soldDay / MONTH_DAYS)];
    if (month) month.units += 1;
  }
  return line;
}

function around(line: readonly Exposure[], center: number): Exposure {
  const sum = { units: 0, days: 0 };
  for (let month = Math.max(0, center - REACH_MONTHS); month <= center + REACH_MONTHS; month++) {
    const weight = 1 - Math.abs(month - center) / (REACH_MONTHS + 1);
    sum.units += weight * (line[month]?.units ?? 0);
    sum.days += weight * (line[month]?.days ?? 0);
  }
  return sum;
}

/** For each build the sums of its group, month by month. */
function groupExposures(keys: readonly string[], local: readonly (readonly Exposure[])[]): Exposure[][] {
  const groups = new Map<string, Exposure[]>();
  keys.forEach((key, build) => {
    const line = local[build] ?? [];
    const group = groups.get(key);
    if (!group)
      groups.set(
        key,
        line.map((month) => ({ ...month })),
      );
    else
      group.forEach((month, index) => {
        month.units += line[index]?.units ?? 0;
        month.days += line[index]?.days ?? 0;
      });
  });
  return keys.map((key) => groups.get(key) ?? []);
}

function plainRate({ units, days }: Exposure): number {
  return days > 0 ? units / days : 0;
}

function shrunkRate({ units, days }: Exposure, prior: number): number {
  return prior > 0 ? (units + PRIOR_UNITS) / (days + PRIOR_UNITS / prior) : plainRate({ units, days });
}
