/**
 * Stores with known demand, for tests and proofs: one make, six models of two trims with two builds each, that sell
 * 0.1 to 3 a month. Rates stay level (steady), swing over the year by 30 to 70 % (seasonal), or two models are
 * launched and grow, or start high and settle, while two others fade (launch). Customers come as a Poisson stream, or in
 * every second store with a rate that jumps from month to month (variance about twice the mean at 3 a month). Deliveries take 45 to
 * 75 days. The store's own three years before the replay were ordered by days' supply, with errors.
 */
import { EMPTY_BUILD } from '@shared/domain/build';
import { configurationKey } from '../planning/configuration-tree';
import { RandomSource } from '../sample/random-source';
import { defaultStoreSettings } from '../stores/default-store-settings';
import { sixtyDaysSupply } from './policies/sixty-days-supply';
import { simulate } from './simulate';
import type { Chance, Customer, LotUnit, OrderedUnit, Policy, ReplayWorld, WorldBuild } from './types';

export type StoreKind = 'steady' | 'seasonal' | 'launch';
export type GeneratedStore = { world: ReplayWorld; chance: Chance };

const MONTH_DAYS = 30.4375;
const HISTORY_MONTHS = 36;
const REPLAY_MONTHS = 18;
const MODELS = 6;
const LAUNCHED = [
  { model: 4, month: 3, shape: 'hype' },
  { model: 5, month: 8, shape: 'ramp' },
] as const;
const FADING = [0, 1];
const NOISE_CENTS = 80_000;

/** @param options.pace times as many customers, for stores whose outcomes are enough to learn from */
export function generateStore(
  kind: StoreKind,
  seed: number,
  options: { replayMonths?: number; pace?: number } = {},
): GeneratedStore {
  const source = new RandomSource(1000 * seed + kind.length);
  const openingDay = Math.round(HISTORY_MONTHS * MONTH_DAYS);
  const days = Math.round((options.replayMonths ?? REPLAY_MONTHS) * MONTH_DAYS);
  const { builds, perMonth } = drawBuilds(source, options.pace ?? 1);
  const swing = Array.from({ length: MODELS }, () => source.between(0.3, 0.7));
  const meanOf = (build: number, day: number) =>
    (perMonth[build] ?? 0) * factorOf(kind, Math.floor(build / 4), day, openingDay, swing);
  const isDispersed = seed % 2 === 1;
  const customers = drawCustomers(source, builds.length, openingDay + days, meanOf, isDispersed);
  const leads = drawLeads(source, builds.length);
  const chance: Chance = {
    customers,
    leadDaysOf: leads,
    rateOf: (build, day) => meanOf(build, openingDay + day) / MONTH_DAYS,
    rateDispersion: isDispersed ? DISPERSION / 3 : 0,
  };
  const total = perMonth.reduce((sum, rate) => sum + rate, 0);
  const world: ReplayWorld = {
    epoch: '2022-01-01',
    openingDay,
    days,
    builds,
    history: [],
    pipeline: [],
    actual: null,
    settings: { ...defaultStoreSettings, lotPlaces: Math.ceil(total * 4.5) },
    erosionPerDayCents: 500,
    allocation: Array.from({ length: MODELS }, (_, model) => ({
      make: 'Aster',
      group: `Model ${model + 1}`,
      models: [`Model ${model + 1}`],
      units: Math.ceil(2 * sumOf(perMonth.slice(4 * model, 4 * model + 4))) + 2,
    })),
    constraints: [],
    marketFacts: Array.from({ length: MODELS }, (_, model) => ({
      make: 'Aster',
      model: `Model ${model + 1}`,
      share: source.between(0.05, 0.3),
      trend: null,
    })),
    weights: { gross: 0.25, daysToTurn: 0.25, market: 0.25, forecast: 0.25 },
    tilt: 0.25,
  };
  return {
    world: withHistory(world, kind, perMonth, chance, source),
    chance: { ...chance, customers: customers.filter((c) => c.day >= openingDay) },
  };
}

/** A steady store with enough sales and limits to learn from, whose weights all lie on a part that tells nothing. */
export function wronglyWeighedStore(seed: number, replayMonths: number): GeneratedStore {
  const { world, chance } = generateStore('steady', seed, { pace: 2, replayMonths });
  const lotPlaces = Math.ceil((world.settings.lotPlaces ?? 0) / 4);
  return {
    world: {
      ...world,
      settings: { ...world.settings, lotPlaces },
      weights: { gross: 0, daysToTurn: 0, market: 1, forecast: 0 },
    },
    chance,
  };
}

const DISPERSION = 0.4;

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function drawBuilds(source: RandomSource, pace: number): { builds: WorldBuild[]; perMonth: number[] } {
  const builds: WorldBuild[] = [];
  const perMonth: number[] = [];
  for (let model = 1; model <= MODELS; model++) {
    const cost = source.between(2_400_000, 5_500_000);
    for (const trim of ['Base', 'Plus']) {
      for (const drivetrain of ['FWD', 'AWD']) {
        const build = {
          ...EMPTY_BUILD,
          make: 'Aster',
          model: `Model ${model}`,
          modelYear: 2024,
          trim,
          drivetrain,
        };
        builds.push({
          key: configurationKey(build),
          build,
          grossCents: Math.round(source.between(0.08, 0.14) * cost),
          unitCostCents: Math.round(cost * (trim === 'Plus' ? 1.12 : 1)),
        });
        perMonth.push(pace * 0.1 * 30 ** source.uniform());
      }
    }
  }
  return { builds, perMonth };
}

/** Rate over the build's own mean rate on a day. */
function factorOf(
  kind: StoreKind,
  model: number,
  day: number,
  openingDay: number,
  swing: readonly number[],
): number {
  if (kind === 'steady') return 1;
  if (kind === 'seasonal') return 1 + (swing[model] ?? 0) * wave(day / MONTH_DAYS - 3);
  const month = (day - openingDay) / MONTH_DAYS;
  const launch = LAUNCHED.find((one) => one.model === model);
  if (launch) {
    const since = month - launch.month;
    if (since < 0) return 0;
    return launch.shape === 'hype' ? 0.8 + 1.4 * 0.5 ** (since / 2.5) : Math.min(1.6, 0.3 + 0.22 * since);
  }
  return FADING.includes(model) && month > 2 ? Math.max(0.5, 1 - 0.07 * (month - 2)) : 1;
}

/** A year's swing without trigonometry: parabolas that meet smoothly enough, -1 to 1. */
function wave(months: number): number {
  const year = (((months / 12) % 1) + 1) % 1;
  const half = (2 * year) % 1;
  const arch = 4 * half * (1 - half);
  return year < 0.5 ? arch : -arch;
}

function drawCustomers(
  source: RandomSource,
  builds: number,
  days: number,
  meanOf: (build: number, day: number) => number,
  isDispersed: boolean,
): Customer[] {
  const customers: Customer[] = [];
  const sigma = Math.sqrt(Math.log(1 + DISPERSION));
  let jumps = Array.from({ length: builds }, () => 1);
  for (let day = 0; day < days; day++) {
    if (isDispersed && day % 30 === 0) jumps = jumps.map(() => source.shock(sigma));
    for (let build = 0; build < builds; build++) {
      const mean = ((jumps[build] ?? 1) * meanOf(build, day)) / MONTH_DAYS;
      for (let count = source.poisson(mean); count > 0; count--) {
        const grossNoiseCents = Math.round(NOISE_CENTS * source.normal());
        customers.push({ day, build, grossNoiseCents, mind: source.uniform() });
      }
    }
  }
  return customers;
}

const LEAD_DRAWS = 16;

function drawLeads(source: RandomSource, builds: number): Chance['leadDaysOf'] {
  const cycles = 60;
  const leads = Array.from({ length: builds * cycles * LEAD_DRAWS }, () => source.integer(45, 75));
  return (build, cycle, nth) =>
    leads[(build * cycles + (cycle % cycles)) * LEAD_DRAWS + (nth % LEAD_DRAWS)] ?? 60;
}

/** Lives through the months before the opening and hands over what stands, comes and was sold. */
function withHistory(
  world: ReplayWorld,
  kind: StoreKind,
  perMonth: readonly number[],
  chance: Chance,
  source: RandomSource,
): ReplayWorld {
  const isThere = (build: number) =>
    kind !== 'launch' || !LAUNCHED.some(({ model }) => model === Math.floor(build / 4));
  const opening: LotUnit[] = perMonth.flatMap((rate, build) =>
    isThere(build)
      ? Array.from({ length: Math.round(2 * rate) }, () => ({
          build,
          orderedDay: null,
          receivedDay: 0,
          soldDay: null,
          grossCents: null,
        }))
      : [],
  );
  const early = { ...world, openingDay: 0, days: world.openingDay, history: opening };
  const coming: OrderedUnit[] = [];
  const careless = orderCarelessly(early, source, chance, coming, isThere);
  const past = simulate(early, { ...chance, customers: chance.customers }, careless);
  const pipeline = coming.filter(({ arrivesDay }) => arrivesDay >= world.openingDay);
  return {
    ...world,
    history: past.units,
    pipeline: [...pipeline, ...(kind === 'launch' ? launchUnits(world) : [])],
  };
}

/** Days' supply with a hand that shakes, among builds that can be had; keeps a record of what it ordered. */
function orderCarelessly(
  world: ReplayWorld,
  source: RandomSource,
  chance: Chance,
  coming: OrderedUnit[],
  isThere: (build: number) => boolean,
): Policy {
  const rule = sixtyDaysSupply(world);
  return {
    name: 'what_the_store_did',
    order: (view) => {
      const order = rule.order(view).map((quantity, build) => {
        const shaken = quantity + (source.chance(0.15) ? source.pick([-1, 1]) : 0);
        return isThere(build) ? Math.max(0, shaken) : 0;
      });
      order.forEach((quantity, build) => {
        for (let nth = 0; nth < quantity; nth++) {
          coming.push({
            build,
            orderedDay: view.day,
            arrivesDay: view.day + chance.leadDaysOf(build, view.cycle, nth),
          });
        }
      });
      return order;
    },
  };
}

/** The maker sends two of each build of a new model, announced two months ahead. */
function launchUnits(world: ReplayWorld): OrderedUnit[] {
  return LAUNCHED.flatMap(({ model, month }) =>
    [0, 1, 2, 3].flatMap((offset) =>
      [0, 1].map(() => {
        const arrivesDay = world.openingDay + Math.round(month * MONTH_DAYS);
        return { build: 4 * model + offset, orderedDay: arrivesDay - 60, arrivesDay };
      }),
    ),
  );
}
