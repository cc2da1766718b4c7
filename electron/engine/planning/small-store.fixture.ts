/**
 * A store of three builds for tests: a quick and a slow Trax, a Tahoe with one on its way, a year of sales and three
 * months of forecast. The slow Trax has one unit that has stood for five months.
 */
import { type Build, EMPTY_BUILD } from '@shared/domain/build';
import { addDays } from '@shared/domain/calendar-day';
import { defaultStoreSettings } from '../stores/default-store-settings';
import { configurationKey } from './configuration-tree';
import type { PlanInputs } from './types';

const today = '2026-10-31';
export const quickTrax = { ...EMPTY_BUILD, make: 'Chevrolet', model: 'Trax', modelYear: 2027, trim: 'LT' };
export const slowTrax = { ...quickTrax, package: 'Sport' };
export const tahoe = { ...quickTrax, model: 'Tahoe', trim: 'LS' };

/** Every `everyDays` over a year, one unit that took `daysInStock` days and earned `grossCents`. */
function salesOf(
  build: Build,
  everyDays: number,
  daysInStock: number,
  grossCents: number,
  costCents: number,
) {
  return Array.from({ length: Math.floor(360 / everyDays) }, (_, index) => ({
    configuration: configurationKey(build),
    soldOn: addDays(today, -index * everyDays),
    grossCents,
    costCents,
    daysInStock,
  }));
}

function staysOf(sales: PlanInputs['sales']): PlanInputs['stays'] {
  return sales.map((sale) => ({
    configuration: sale.configuration,
    receivedOn: addDays(sale.soldOn, -(sale.daysInStock ?? 0)),
    closedOn: sale.soldOn,
    isAvailable: false,
    costCents: sale.costCents,
  }));
}

function forecastOf(model: string, trim: string, perMonth: number): PlanInputs['forecasts'][number] {
  const points = ['2026-11', '2026-12', '2027-01'].map((period) => ({ period, mean: perMonth }));
  const mean = perMonth * 3;
  return {
    make: 'Chevrolet',
    model,
    trim,
    points,
    total: { mean, quantiles: { '0.10': mean * 0.7, '0.90': mean * 1.4 } },
  };
}

const sales = [
  ...salesOf(quickTrax, 7, 20, 250_000, 2_400_000),
  ...salesOf(slowTrax, 45, 70, 150_000, 2_700_000),
  ...salesOf(tahoe, 15, 40, 450_000, 6_500_000),
];

export const smallStore: PlanInputs = {
  today,
  settings: {
    ...defaultStoreSettings,
    ageBucketsNew: [30, 60, 90],
    ageBucketsUsed: [30, 60, 90],
    substitutionShare: 0.2,
  },
  weights: { gross: 0.25, daysToTurn: 0.25, market: 0.25, forecast: 0.25 },
  tilt: 0.25,
  builds: [quickTrax, slowTrax, tahoe].map((build) => ({ key: configurationKey(build), build })),
  sales,
  stays: [
    ...staysOf(sales),
    {
      configuration: configurationKey(slowTrax),
      receivedOn: '2026-06-01',
      closedOn: null,
      isAvailable: true,
      costCents: 2_700_000,
    },
  ],
  pipeline: [{ configuration: configurationKey(tahoe), arrivesInDays: 20 }],
  invoices: [],
  leadTimes: [],
  unitsOnLot: 1,
  allocation: null,
  marketFacts: [
    { make: 'Chevrolet', model: 'Trax', share: 0.2, trend: 0.05 },
    { make: 'Chevrolet', model: 'Tahoe', share: 0.3, trend: -0.02 },
  ],
  forecasts: [forecastOf('Trax', 'LT', 5), forecastOf('Tahoe', 'LS', 2)],
  storedConstraints: [],
  options: { constraints: [] },
};
