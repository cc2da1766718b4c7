/**
 * Registrations of a region as a market service would report them. Grain: month x region x model.
 * The franchise's models follow the same seasons, launches and ends as in the store; rivals are made up.
 */

import { dayFromNumber, dayNumber } from '@shared/domain/calendar-day';
import {
  addPeriods,
  firstDay,
  type Period,
  periodOf,
  periodOrdinal,
  periodRange,
} from '@shared/domain/period';
import { DAYS_PER_MONTH, lifeFactor, seasonFactor } from './demand';
import { FRANCHISE_LINES } from './franchise';
import { RIVALS, type Rival } from './market-rivals';
import { derivedSeed, RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { ModelLine } from './vehicle-spec';

export type MarketFact = {
  /** YYYY-MM */
  period: string;
  region: string;
  segment: string;
  make: string;
  model: string;
  units: number;
  averagePriceDollars: number;
  daysSupply: number;
};

const MONTHS = 24;
/** The region's sales of a model for one of the reference store's. */
const REGION_MULTIPLE = 46;
/** A model below this share of its full sales is not listed. */
const WORTH_LISTING = 0.02;
const MARKET_SEED = 0x3a7e;

type MarketModel = { line: ModelLine; own: boolean; rival: Rival };

/** The last 24 whole months before or on the data date, for the store's region. */
export function marketFacts(plan: StorePlan): MarketFact[] {
  const random = new RandomSource(derivedSeed(plan.seed, MARKET_SEED));
  const last = lastWholeMonth(plan.asOfDay);
  const periods = periodRange(addPeriods(last, 1 - MONTHS), last);
  const models = marketModels();
  return periods.flatMap((period) =>
    models.flatMap((model) => marketFact(model, period, plan, random) ?? []),
  );
}

function lastWholeMonth(asOfDay: number): Period {
  return addPeriods(periodOf(dayFromNumber(asOfDay + 1), 'month'), -1);
}

function marketModels(): MarketModel[] {
  const segments = new Set<string>();
  return FRANCHISE_LINES.flatMap((line) => {
    const price = line.variants.reduce((sum, variant) => sum + variant.share * variant.spec.priceDollars, 0);
    const own: MarketModel = { line, own: true, rival: [line.make, line.model, 1, price, line.trendPerYear] };
    const rivals = segments.has(line.segment) ? [] : (RIVALS[line.segment] ?? []);
    segments.add(line.segment);
    return [own, ...rivals.map((rival): MarketModel => ({ line, own: false, rival }))];
  });
}

function marketFact(
  { line, own, rival }: MarketModel,
  period: string,
  plan: StorePlan,
  random: RandomSource,
): MarketFact | undefined {
  const [make, model, size, price, trend] = rival;
  const monthsAgo = (plan.asOfDay - dayNumber(firstDay(period))) / DAYS_PER_MONTH;
  const ending = own ? endFactor(monthsAgo, line.lastOrderMonthsAgo) : 1;
  const life = own ? lifeFactor(monthsAgo, line.launchedMonthsAgo) * ending : 1;
  if (life < WORTH_LISTING) return undefined;
  const growth = 1 + trend * (1 - monthsAgo / 12);
  const month = (periodOrdinal(period) % 12) + 1;
  const mean = line.monthlyDemand * REGION_MULTIPLE * size * growth * life * seasonFactor(line.season, month);
  return {
    period,
    region: plan.profile.region,
    segment: line.segment,
    make,
    model,
    units: Math.round(mean * plan.profile.taste[line.season] * random.shock(0.06)),
    averagePriceDollars: Math.round(price * (1 - 0.02 * (monthsAgo / 12)) * random.shock(0.012)),
    daysSupply: Math.round(random.between(0.92, 1.08) * 10 * (64 - 180 * trend) * (1.9 - growth)) / 10,
  };
}

/** After the last order the region's stock runs out within a year. */
function endFactor(monthsAgo: number, lastOrderMonthsAgo: number | undefined): number {
  if (lastOrderMonthsAgo === undefined || monthsAgo >= lastOrderMonthsAgo) return 1;
  return Math.max(0, 1 - (lastOrderMonthsAgo - monthsAgo) / 11);
}
