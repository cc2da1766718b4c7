/** Crossovers and electric cars of the sample's Chevrolet franchise; prices, rates and shares are made up. */
import { chevroletLine } from './model-line';
import type { ModelLine } from './vehicle-spec';

const EQUINOX = chevroletLine(
  {
    model: 'Equinox',
    segment: 'Compact SUV',
    allocationGroup: 'EQUINX',
    monthlyDemand: 12.5,
    trendPerYear: -0.02,
    season: 'suv',
    leadDays: 37,
    changeoverMonth: 7,
    invoiceShare: 0.95,
    frontGross: 420,
    leaseShare: 0.42,
    fleetShare: 0.2,
    wmi: '3GN',
    vinLine: 'AX',
    plants: 'SLM',
    doors: 4,
  },
  [
    ['LS', '1LS', '1PT26', 'SUV', 'FWD', 'turbo15', 29_200, 5, { lastOrderMonthsAgo: 19 }],
    ['LT', '1LT', '1PT26', 'SUV', 'FWD', 'turbo15', 30_900, 13],
    ['LT', '2LT', '1PU26', 'SUV', 'AWD', 'turbo15', 33_400, 16],
    ['RS', '2RS', '1PT26', 'SUV', 'FWD', 'turbo15', 34_300, 8],
    ['RS', '2RS', '1PU26', 'SUV', 'AWD', 'turbo15', 36_500, 10],
    ['Activ', '2AV', '1PU26', 'SUV', 'AWD', 'turbo15', 36_900, 9, { launchedMonthsAgo: 19 }],
    ['Premier', '1LZ', '1PU26', 'SUV', 'AWD', 'turbo15', 35_700, 6, { lastOrderMonthsAgo: 19 }],
  ],
);

const TRAVERSE = chevroletLine(
  {
    model: 'Traverse',
    segment: 'Three-row SUV',
    allocationGroup: 'TRVRSE',
    monthlyDemand: 8.5,
    trendPerYear: 0.05,
    season: 'suv',
    leadDays: 43,
    changeoverMonth: 9,
    invoiceShare: 0.948,
    frontGross: 850,
    leaseShare: 0.3,
    fleetShare: 0.1,
    wmi: '1GN',
    vinLine: 'EV',
    plants: 'JRK',
    doors: 4,
  },
  [
    ['LS', '1LS', '1NV56', 'SUV', 'AWD', 'turbo25', 41_600, 5],
    ['LT', '1LT', '1NV56', 'SUV', 'FWD', 'turbo25', 42_700, 8],
    ['LT', '2LT', '1NV56', 'SUV', 'AWD', 'turbo25', 45_900, 14],
    ['Z71', '1Z7', '1NV56', 'SUV', 'AWD', 'turbo25', 49_800, 9, { launchedMonthsAgo: 30 }],
    ['RS', '2RS', '1NV56', 'SUV', 'AWD', 'turbo25', 56_400, 7],
    ['High Country', '1HC', '1NV56', 'SUV', 'AWD', 'turbo25', 58_100, 3, { launchedMonthsAgo: 14 }],
  ],
);

const BLAZER = chevroletLine(
  {
    model: 'Blazer',
    segment: 'Midsize SUV',
    allocationGroup: 'BLAZER',
    monthlyDemand: 4.6,
    trendPerYear: -0.18,
    season: 'suv',
    leadDays: 40,
    changeoverMonth: 8,
    invoiceShare: 0.95,
    frontGross: 550,
    leaseShare: 0.32,
    fleetShare: 0.15,
    wmi: '3GN',
    vinLine: 'KB',
    plants: 'SLM',
    doors: 4,
  },
  [
    ['LT', '2LT', '1NH26', 'SUV', 'FWD', 'turbo20', 37_400, 9],
    ['LT', '3LT', '1NR26', 'SUV', 'AWD', 'turbo20', 41_300, 9],
    ['RS', '1RS', '1NR26', 'SUV', 'AWD', 'v6', 46_200, 7],
    ['Premier', '1SP', '1NR26', 'SUV', 'AWD', 'v6', 46_900, 3, { lastOrderMonthsAgo: 12 }],
  ],
);

const TRAX = chevroletLine(
  {
    model: 'Trax',
    segment: 'Subcompact SUV',
    allocationGroup: 'TRAX',
    monthlyDemand: 12,
    trendPerYear: 0.08,
    season: 'car',
    leadDays: 46,
    changeoverMonth: 6,
    invoiceShare: 0.955,
    frontGross: 380,
    leaseShare: 0.22,
    fleetShare: 0.1,
    wmi: 'KL7',
    vinLine: '7L',
    plants: 'CBP',
    doors: 4,
  },
  [
    ['LS', '1LS', '1TR58', 'SUV', 'FWD', 'turbo12', 22_300, 7],
    ['1RS', '1RS', '1TR58', 'SUV', 'FWD', 'turbo12', 24_600, 9],
    ['LT', '1LT', '1TR58', 'SUV', 'FWD', 'turbo12', 24_400, 13],
    ['2RS', '2RS', '1TU58', 'SUV', 'FWD', 'turbo12', 26_700, 10],
    ['Activ', '1AV', '1TU58', 'SUV', 'FWD', 'turbo12', 26_600, 8],
  ],
);

const TRAILBLAZER = chevroletLine(
  {
    model: 'Trailblazer',
    segment: 'Subcompact SUV',
    allocationGroup: 'TRLBLZ',
    monthlyDemand: 5.5,
    trendPerYear: -0.04,
    season: 'car',
    leadDays: 46,
    changeoverMonth: 6,
    invoiceShare: 0.952,
    frontGross: 330,
    leaseShare: 0.3,
    fleetShare: 0.1,
    wmi: 'KL7',
    vinLine: '9M',
    plants: 'BPC',
    doors: 4,
  },
  [
    ['LS', '1LS', '1TV56', 'SUV', 'FWD', 'turbo12', 24_700, 4],
    ['LT', '1LT', '1TW56', 'SUV', 'AWD', 'turbo13', 28_600, 10],
    ['RS', '1RS', '1TY56', 'SUV', 'AWD', 'turbo13', 31_400, 8],
    ['Activ', '1AV', '1TX56', 'SUV', 'AWD', 'turbo13', 31_000, 6],
  ],
);

const EQUINOX_EV = chevroletLine(
  {
    model: 'Equinox EV',
    segment: 'Electric SUV',
    allocationGroup: 'EQNXEV',
    monthlyDemand: 5,
    trendPerYear: 0.15,
    season: 'suv',
    leadDays: 45,
    changeoverMonth: 7,
    launchedMonthsAgo: 27,
    invoiceShare: 0.96,
    frontGross: 250,
    leaseShare: 0.6,
    fleetShare: 0.05,
    wmi: '3GN',
    vinLine: '7D',
    plants: 'SLM',
    doors: 4,
  },
  [
    ['LT', '1LT', '1MB48', 'SUV', 'FWD', 'electric', 34_900, 12],
    ['LT', '2LT', '1MC48', 'SUV', 'AWD', 'dual', 43_600, 6],
    ['RS', '2RS', '1MB48', 'SUV', 'FWD', 'electric', 42_100, 7],
    ['RS', '3RS', '1MC48', 'SUV', 'AWD', 'dual', 47_900, 5],
  ],
);

export const CROSSOVER_LINES: readonly ModelLine[] = [
  EQUINOX,
  TRAVERSE,
  BLAZER,
  TRAX,
  TRAILBLAZER,
  EQUINOX_EV,
];
