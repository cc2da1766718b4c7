/**
 * `allocation.json`: what the maker allots to a store for the month after the data date, by allocation group.
 * One store is one object, several are a list. Units follow the group's recent sales, shaken a little.
 */
import { dayFromNumber } from '@shared/domain/calendar-day';
import { addPeriods, firstDay, lastDay, periodOf } from '@shared/domain/period';
import { derivedSeed, RandomSource } from './random-source';
import type { StorePlan } from './store-plan';

export type AllocationCycle = {
  store: string;
  /** YYYY-MM */
  cycle: string;
  cycle_start: string;
  cycle_end: string;
  allocations: { make: string; allocation_group: string; models: string[]; units: number }[];
};

const ALLOCATION_SEED = 0xa110;

/** `monthlySales` is each model's mean of the last months. */
export function allocationCycle(plan: StorePlan, monthlySales: ReadonlyMap<string, number>): AllocationCycle {
  const random = new RandomSource(derivedSeed(plan.seed, ALLOCATION_SEED));
  const cycle = addPeriods(periodOf(dayFromNumber(plan.asOfDay), 'month'), 1);
  const orderable = plan.lines.filter((line) => (line.lastOrderMonthsAgo ?? -1) < 0);
  const groups = [...new Set(orderable.map((line) => line.allocationGroup))];
  return {
    store: plan.profile.code,
    cycle,
    cycle_start: firstDay(cycle),
    cycle_end: lastDay(cycle),
    allocations: groups.map((group) => {
      const lines = orderable.filter((line) => line.allocationGroup === group);
      const rate = lines.reduce((sum, line) => sum + (monthlySales.get(line.model) ?? 0), 0);
      return {
        make: 'Chevrolet',
        allocation_group: group,
        models: lines.map((line) => line.model),
        units: Math.max(1, Math.round(rate * random.between(0.85, 1.2))),
      };
    }),
  };
}
