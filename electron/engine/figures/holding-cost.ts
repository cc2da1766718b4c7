/**
 * What a unit costs while it stands, as SQL over a row of stock: floor-plan interest on its cost once the free
 * days are over (cost x yearly rate / days in the year), and the store's other cost for every day.
 * $20,000 at 6 % over 365 days is $3.29 a day. A unit without a cost bears the other cost alone.
 */
import type { StoreSettings } from '@shared/contract/stores';
import { type RawBuilder, sql } from 'kysely';

/** Cents for the coming day, with fractions; null for a unit that is not on the ground. */
export function holdingCentsPerDay(settings: StoreSettings): RawBuilder<number | null> {
  return sql<
    number | null
  >`(${interestCentsPerDay(settings)} + ${settings.otherHoldingCostPerDayCents}::int)`;
}

/** The interest in it; 0 while the free days last, and without a cost. */
export function interestCentsPerDay(settings: StoreSettings): RawBuilder<number> {
  return sql<number>`(case when age_days >= ${settings.floorPlanFreeDays}::int
      then coalesce(cost_cents, 0) * ${interestShare(settings)}::float8 else 0 end)`;
}

/** Cents from the day it came until the data date, rounded; null for a unit that is not on the ground. */
export function holdingCentsToDate(settings: StoreSettings): RawBuilder<number | null> {
  return sql<number | null>`case when age_days is not null then round(
      coalesce(cost_cents, 0) * ${interestShare(settings)}::float8 * greatest(0, age_days - ${settings.floorPlanFreeDays}::int)
      + ${settings.otherHoldingCostPerDayCents}::int * age_days) end`;
}

function interestShare(settings: StoreSettings): number {
  return settings.floorPlanAnnualRate / settings.daysInYear;
}
