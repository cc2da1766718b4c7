/**
 * The time a plan covers: from today to the day the maker takes orders, until the order arrives, plus one review
 * period, after which the next order can help. The lead is the median order-to-delivery time of the model line once enough orders have arrived.
 */
import { cycleOf, type MakeCycle } from './order-calendar';
import type { PlanInputs, PlanWindow } from './types';

/** Fewest arrived orders of a model for its own lead time. */
const LEAD_TIME_MINIMUM_ORDERS = 5;

export type LeadTimes = {
  /** Days from order to arrival of each arrived order, by `modelKey`. */
  daysByModel: ReadonlyMap<string, readonly number[]>;
  defaultLeadDays: number;
  reviewDays: number;
  /** Of makes whose order dates are known. */
  cycles: readonly MakeCycle[];
};

export function windowOfModel(model: string, leadTimes: LeadTimes): PlanWindow {
  const measured = measuredLead(leadTimes.daysByModel.get(model) ?? []) ?? leadTimes.defaultLeadDays;
  const cycle = leadTimes.cycles.find(({ make }) => model.startsWith(`${make}|`));
  return {
    leadDays: measured + (cycle?.waitDays ?? 0),
    reviewDays: cycle?.reviewDays ?? leadTimes.reviewDays,
  };
}

/** Whether a model's lead time comes from its own orders rather than from the store's settings. */
export function isLeadMeasured(model: string, leadTimes: LeadTimes): boolean {
  return measuredLead(leadTimes.daysByModel.get(model) ?? []) !== null;
}

/** Median days, rounded up; null with too few orders to measure. */
function measuredLead(days: readonly number[]): number | null {
  if (days.length < LEAD_TIME_MINIMUM_ORDERS) return null;
  const ordered = [...days].sort((a, b) => a - b);
  const lower = ordered[Math.floor((ordered.length - 1) / 2)] ?? 0;
  const upper = ordered[Math.floor(ordered.length / 2)] ?? 0;
  return Math.max(1, Math.ceil((lower + upper) / 2));
}

type LeadTimeInputs = Pick<PlanInputs, 'today' | 'leadTimes' | 'settings' | 'allocation' | 'orderDates'>;

/** A make's own calendar counts before the allocation's cycle, and that before what the settings say. */
export function leadTimesOf(inputs: LeadTimeInputs): LeadTimes {
  const daysByModel = new Map<string, number[]>();
  for (const { model, days } of inputs.leadTimes) {
    const known = daysByModel.get(model);
    if (known) known.push(days);
    else daysByModel.set(model, [days]);
  }
  return {
    daysByModel,
    defaultLeadDays: inputs.settings.orderToDeliveryDays,
    reviewDays: inputs.allocation?.cycleDays ?? inputs.settings.reviewPeriodDays,
    cycles: cyclesOf(inputs),
  };
}

/** Dates that rest on no calendar leave an allocation's cycle alone. */
function cyclesOf({ today, orderDates = [], allocation }: LeadTimeInputs): MakeCycle[] {
  const allocated = new Set(allocation?.groups.map(({ make }) => make));
  return orderDates
    .filter(({ make, isScheduled }) => isScheduled || !allocated.has(make))
    .map((dates) => cycleOf(dates, today));
}
