/**
 * Which builds an order may name. The store must still deal in the build: sold, in stock or on order within the
 * last half year; the demand of others goes to their trim's remaining builds. And the maker must still build the
 * model: one of which nothing came and nothing is coming for four months is taken as discontinued.
 */
import { addDays, type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { modelKey } from './configuration-tree';
import type { PlanInputs } from './types';

const SEEN_WITHIN_DAYS = 180;
export const SUPPLIED_WITHIN_DAYS = 120;

type OrderableBuilds = {
  /** In the order of their keys. */
  builds: PlanInputs['builds'];
  discontinuedModels: string[];
};

export function findOrderableBuilds(inputs: PlanInputs): OrderableBuilds {
  const { today, sales, stays, pipeline } = inputs;
  const isWithin = (day: CalendarDay, days: number) => daysBetween(day, today) <= days;
  const onOrder = pipeline.map((unit) => unit.configuration);
  const seen = new Set([
    ...sales.filter((sale) => isWithin(sale.soldOn, SEEN_WITHIN_DAYS)).map((sale) => sale.configuration),
    ...stays
      .filter((stay) => stay.closedOn === null || isWithin(stay.closedOn, SEEN_WITHIN_DAYS))
      .map((stay) => stay.configuration),
    ...onOrder,
  ]);
  const supplied = new Set([
    ...sales
      .filter((sale) => isWithin(addDays(sale.soldOn, -(sale.daysInStock ?? 0)), SUPPLIED_WITHIN_DAYS))
      .map((sale) => sale.configuration),
    ...stays
      .filter((stay) => isWithin(stay.receivedOn, SUPPLIED_WITHIN_DAYS))
      .map((stay) => stay.configuration),
    ...onOrder,
  ]);
  const models = new Set(
    inputs.builds
      .filter(({ key }) => supplied.has(key))
      .map(({ build }) => modelKey(build.make, build.model)),
  );
  const dealtIn = inputs.builds.filter(({ key }) => seen.has(key)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const isBuilt = ({ build }: PlanInputs['builds'][number]) => models.has(modelKey(build.make, build.model));
  const discontinued = dealtIn.filter((row) => !isBuilt(row));
  return {
    builds: dealtIn.filter(isBuilt),
    discontinuedModels: [...new Set(discontinued.map(({ build }) => build.model))].sort(),
  };
}
