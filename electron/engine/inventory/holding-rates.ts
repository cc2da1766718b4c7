/** The rates that a holding cost rests on, and whether anyone chose them. */
import type { InventorySummary } from '@shared/contract/inventory';
import type { ResolvedScope } from '../stores/resolve-scope';

export type HoldingRates = InventorySummary['holdingRates'];

/** `isDefault` until both rates were stored: the day count and the free days alone cost nothing. */
export function holdingRatesOf({
  store,
  settings,
}: {
  store: Pick<ResolvedScope['store'], 'settings'>;
  settings: ResolvedScope['settings'];
}): HoldingRates {
  const { floorPlanAnnualRate, daysInYear, floorPlanFreeDays, otherHoldingCostPerDayCents } = settings;
  return {
    floorPlanAnnualRate,
    daysInYear,
    floorPlanFreeDays,
    otherHoldingCostPerDayCents,
    isDefault: !('floorPlanAnnualRate' in store.settings && 'otherHoldingCostPerDayCents' in store.settings),
  };
}

export function describeHoldingRates(rates: HoldingRates) {
  const percent = Number((rates.floorPlanAnnualRate * 100).toFixed(2));
  const free = rates.floorPlanFreeDays > 0 ? ` after ${rates.floorPlanFreeDays} free days` : ', no free days';
  return {
    interest: `interest at ${percent} % a year on cost, over ${rates.daysInYear} days${free}`,
    other: `other cost of $${(rates.otherHoldingCostPerDayCents / 100).toFixed(2)} a unit a day`,
    origin: rates.isDefault ? 'the rates are defaults until set in Settings' : null,
  };
}
