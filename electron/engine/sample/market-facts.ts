/**
 * Registrations of a region as a market service would report them. Grain: month x region x model.
 * The franchise's models follow the same seasons, launches and ends as in the store; rivals are made up.
 */

import { dayFromNumber, dayNumber } from '@shared/domain/calendar-day';
import { addPeriods, firstDay, periodOf, periodOrdinal, periodRange } from '@shared/domain/period';
import { lifeFactor, seasonFactor } from './demand';
import { FRANCHISE_LINES } from './franchise';
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
const MARKET_SEED = 0x3a7e;

type Rival = readonly [
  make: string,
  model: string,
  sizeAgainstOwn: number,
  priceDollars: number,
  trend: number,
];

const RIVALS: Readonly<Record<string, readonly Rival[]>> = {
  'Full-size pickup': [
    ['Ford', 'F-150', 1.3, 61_500, 0.01],
    ['Ram', '1500', 0.75, 59_800, -0.07],
    ['GMC', 'Sierra 1500', 0.6, 66_900, 0.03],
    ['Toyota', 'Tundra', 0.3, 62_400, 0.05],
  ],
  'Heavy-duty pickup': [
    ['Ford', 'F-250', 1.2, 72_500, 0.02],
    ['Ram', '2500', 0.8, 71_200, -0.04],
    ['GMC', 'Sierra 2500HD', 0.55, 79_800, 0.02],
  ],
  'Midsize pickup': [
    ['Toyota', 'Tacoma', 2.2, 45_900, 0.08],
    ['Ford', 'Ranger', 0.6, 41_500, 0.06],
    ['Nissan', 'Frontier', 0.65, 38_900, -0.02],
    ['Jeep', 'Gladiator', 0.5, 49_800, -0.1],
    ['GMC', 'Canyon', 0.35, 46_700, 0.04],
  ],
  'Compact SUV': [
    ['Toyota', 'RAV4', 2.1, 36_900, 0.02],
    ['Honda', 'CR-V', 1.9, 36_200, 0.04],
    ['Nissan', 'Rogue', 1.1, 33_400, -0.04],
    ['Ford', 'Escape', 0.7, 33_800, -0.12],
    ['Hyundai', 'Tucson', 1.0, 34_600, 0.05],
  ],
  'Three-row SUV': [
    ['Ford', 'Explorer', 1.9, 49_900, 0.03],
    ['Toyota', 'Grand Highlander', 1.2, 52_600, 0.12],
    ['Honda', 'Pilot', 1.1, 48_700, -0.01],
    ['Kia', 'Telluride', 1.0, 47_300, 0.01],
    ['Hyundai', 'Palisade', 0.9, 47_900, 0.04],
  ],
  'Midsize SUV': [
    ['Jeep', 'Grand Cherokee', 3.4, 51_800, -0.06],
    ['Honda', 'Passport', 0.9, 46_100, 0.03],
    ['Nissan', 'Murano', 0.8, 43_600, 0.02],
  ],
  'Full-size SUV': [
    ['Ford', 'Expedition', 1.0, 79_500, 0.03],
    ['GMC', 'Yukon', 1.1, 84_300, 0.04],
    ['Jeep', 'Wagoneer', 0.5, 74_200, -0.09],
  ],
  'Subcompact SUV': [
    ['Subaru', 'Crosstrek', 1.3, 31_400, 0.02],
    ['Honda', 'HR-V', 1.1, 29_700, 0.02],
    ['Hyundai', 'Kona', 0.7, 29_900, 0.01],
    ['Kia', 'Seltos', 0.6, 28_400, 0.02],
    ['Nissan', 'Kicks', 0.7, 26_800, 0.06],
  ],
  'Midsize sedan': [
    ['Toyota', 'Camry', 3.0, 33_200, 0.03],
    ['Honda', 'Accord', 1.7, 33_900, -0.02],
    ['Nissan', 'Altima', 1.2, 29_600, -0.08],
    ['Hyundai', 'Sonata', 0.7, 32_300, 0.03],
  ],
  'Sports car': [
    ['Ford', 'Mustang', 1.6, 46_800, -0.03],
    ['Porsche', '911', 0.4, 168_000, 0.03],
    ['Toyota', 'GR Supra', 0.2, 63_500, -0.05],
  ],
  'Electric SUV': [
    ['Tesla', 'Model Y', 4.5, 50_600, -0.04],
    ['Hyundai', 'Ioniq 5', 0.9, 47_900, 0.08],
    ['Ford', 'Mustang Mach-E', 0.8, 48_600, -0.02],
    ['Volkswagen', 'ID.4', 0.4, 45_700, -0.06],
  ],
};

type MarketModel = { line: ModelLine; own: boolean; rival: Rival };

/** The last 24 months up to the data date's month, for the store's region. */
export function marketFacts(plan: StorePlan): MarketFact[] {
  const random = new RandomSource(derivedSeed(plan.seed, MARKET_SEED));
  const last = periodOf(dayFromNumber(plan.asOfDay), 'month');
  const periods = periodRange(addPeriods(last, 1 - MONTHS), last);
  const models = marketModels();
  return periods.flatMap((period) =>
    models.flatMap((model) => marketFact(model, period, plan, random) ?? []),
  );
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
  const monthsAgo = (plan.asOfDay - dayNumber(firstDay(period))) / 30.44;
  const ending = own ? endFactor(monthsAgo, line.lastOrderMonthsAgo) : 1;
  const life = own ? lifeFactor(monthsAgo, line.launchedMonthsAgo) * ending : 1;
  if (life < 0.02) return undefined;
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
