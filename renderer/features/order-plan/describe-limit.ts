/** A limit of the plan in words. The budget is in cents; every other limit is in units. */
import type { Plan, PlanLine } from '@shared/contract/plan';
import { formatCount, formatMoney, formatMoneyCompact } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.orderPlan.limits.use;

export type PlanLimit = Plan['limits'][number];

export function describeUse({ kind, unit, used, bound }: PlanLimit): string {
  if (bound === null) return words.unlimited;
  if (kind === 'blocked') return words.none;
  if (unit === 'percent') return words.percent(formatCount(used), formatCount(bound));
  if (isFloor(kind)) return words.atLeast(formatCount(used), formatCount(bound));
  const write = kind === 'budget' ? formatMoneyCompact : formatCount;
  return words.of(write(used), write(bound));
}

/** 0..1 of the limit, for a bar; null where there is no limit to be near. A limit of 0 is full. */
export function shareUsed({ used, bound }: PlanLimit): number | null {
  if (bound === null) return null;
  return bound <= 0 ? 1 : Math.min(1, Math.max(0, used / bound));
}

/** Money and places first, then whatever is used most; unlimited ones last. */
export function orderLimits(limits: readonly PlanLimit[]): PlanLimit[] {
  const rank = (limit: PlanLimit) => {
    const share = shareUsed(limit);
    if (share === null) return -1;
    return limit.kind === 'budget' || limit.kind === 'places' ? 2 + share : share;
  };
  return [...limits].sort((a, b) => rank(b) - rank(a));
}

function isFloor(kind: PlanLimit['kind']): boolean {
  return kind === 'minimum_mix' || kind === 'minimum_stock';
}

/** Minimums are met or not; the other limits bind when nothing is left of them. */
export function isBinding({ kind, used, bound }: PlanLimit): boolean {
  if (bound === null) return false;
  return isFloor(kind) ? used <= bound : used >= bound;
}

/** `one more place on the lot is worth $412`. */
export function describeShadowPrice({ step, cents }: Plan['shadowPrices'][number]): string {
  return cents === 0 ? words.noWorth(step) : words.worth(step, formatMoney(cents));
}

/** What stands for a line once it is decided, in units. */
export function decidedQuantity({ decision, quantity }: PlanLine): number {
  return decision ? decision.quantity : quantity;
}
