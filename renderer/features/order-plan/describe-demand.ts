import type { DemandOfTrim } from '@shared/contract/plan';
import { formatDecimal } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.orderPlan.lines.demand;

/** What the plan expects of a line's trim beside the Forecast screen, and why the two differ. */
export function describeDemand(
  { days, basis, planUnits, forecastUnits }: DemandOfTrim,
  trim: string | null,
): string {
  const plan = formatDecimal(planUnits);
  const whose = trim === null ? words.allBuilds : words.allBuildsOf(trim);
  const expected = words.expected(whose, plan, days);
  if (basis === 'recent_rate') return words.byRate(expected);
  if (basis === 'forecast') return words.byForecast(expected);
  if (forecastUnits === null) return words.noForecast(expected);
  const forecast = formatDecimal(forecastUnits);
  if (forecast === plan) return words.same(expected);
  return words.other(expected, forecast);
}
