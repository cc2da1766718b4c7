import type { DemandOfTrim } from '@shared/contract/plan';
import { formatDecimal } from '../../lib/format';

/** What the plan expects of a line's trim beside the Forecast screen, and why the two differ. */
export function describeDemand(
  { days, basis, planUnits, forecastUnits }: DemandOfTrim,
  trim: string | null,
): string {
  const plan = formatDecimal(planUnits);
  const whose = trim === null ? 'All its builds' : `All ${trim} builds`;
  const expected = `${whose}: ${plan} expected to sell in ${days} days`;
  if (basis === 'recent_rate') return `${expected}, at the rate of the last half year: there is no forecast.`;
  if (basis === 'forecast') return `${expected}, as the Forecast screen says.`;
  const why = 'by what sold on days in stock';
  if (forecastUnits === null) return `${expected}, ${why}; the Forecast screen has none.`;
  const forecast = formatDecimal(forecastUnits);
  if (forecast === plan) return `${expected}, ${why}, and the Forecast screen says the same.`;
  return `${expected}, ${why}. The Forecast screen says ${forecast}: what will sell, with the days without stock and the levels above taken into account.`;
}
