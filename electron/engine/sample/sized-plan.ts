/**
 * Finds the simulation that yields a wanted number of deals. A run's count is a matter of chance, so runs are
 * counted until one yields slightly more than wanted; the surplus is left out evenly when the file is written
 * (cars that left without a deal in this file), which keeps months and mix as they were.
 */
import { franchiseLines } from './franchise';
import { simulateStore } from './simulate-store';
import type { StorePlan } from './store-plan';

/**
 * Deals that a store of scale 1 makes in 36 months. A larger one loses fewer customers to empty shelves and
 * makes somewhat more per unit of scale. Starting points for the search only.
 */
const DEALS_AT_SCALE_ONE = 6_080;
const MORE_DEALS_PER_LOG_SCALE = 0.007;
const AIMED_SURPLUS = 1.03;
const ACCEPTED_SURPLUS = 1.07;
const CLOSE_ENOUGH_TRIES = 4;
const MOST_TRIES = 40;

export type SizedPlan = {
  plan: StorePlan;
  /** Deals that the plan yields; at least those wanted. */
  deals: number;
};

/** Throws Error when no run comes out large enough, which a wanted number of at least 50 does not meet. */
export function sizedPlan(base: Omit<StorePlan, 'scale' | 'lines'>, wantedDeals: number): SizedPlan {
  const aimedScale = (wantedDeals * AIMED_SURPLUS) / DEALS_AT_SCALE_ONE;
  let scale = aimedScale / (1 + MORE_DEALS_PER_LOG_SCALE * Math.max(0, Math.log(aimedScale)));
  let best: SizedPlan | null = null;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const plan: StorePlan = { ...base, scale, lines: franchiseLines(scale) };
    const deals = countDeals(plan);
    if (deals >= wantedDeals && (best === null || deals < best.deals)) best = { plan, deals };
    const near = best !== null && best.deals <= wantedDeals * ACCEPTED_SURPLUS;
    if (best !== null && (near || tries >= CLOSE_ENOUGH_TRIES)) return best;
    scale *= Math.min(1.5, Math.max(0.7, (wantedDeals * AIMED_SURPLUS) / Math.max(1, deals)));
  }
  throw new Error(`no run of the simulation gave ${wantedDeals} deals`);
}

/** Whether deal `index` of `deals` is one of the `wanted` that are written, spread evenly. */
export function isWritten(index: number, deals: number, wanted: number): boolean {
  return Math.floor(((index + 1) * wanted) / deals) > Math.floor((index * wanted) / deals);
}

function countDeals(plan: StorePlan): number {
  let deals = 0;
  for (const sales of simulateStore(plan)) deals += sales.length;
  return deals;
}
