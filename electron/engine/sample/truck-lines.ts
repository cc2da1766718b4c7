/**
 * Pickups and full-size SUVs of the sample's Chevrolet franchise. Names and equipment groups follow the
 * trade; prices, rates and shares are made up and only plausible.
 */
import { chevroletLine } from './model-line';
import type { ModelLine } from './vehicle-spec';

const CREW = 'Crew Cab Short Box';
const DOUBLE = 'Double Cab';
const REGULAR = 'Regular Cab Long Box';

const SILVERADO_1500 = chevroletLine(
  {
    model: 'Silverado 1500',
    segment: 'Full-size pickup',
    allocationGroup: 'LDPU',
    monthlyDemand: 25,
    trendPerYear: 0.01,
    season: 'truck',
    leadDays: 41,
    changeoverMonth: 8,
    invoiceShare: 0.94,
    frontGross: 1250,
    leaseShare: 0.14,
    fleetShare: 0.4,
    wmi: '1GC',
    vinLine: 'UD',
    plants: 'ZFS',
    doors: 4,
  },
  [
    ['WT', '1WT', 'CC10703', REGULAR, '2WD', 'turbo27', 37_600, 5],
    ['WT', '1WT', 'CK10753', DOUBLE, '4WD', 'turbo27', 45_200, 6],
    ['Custom', '1CX', 'CK10753', DOUBLE, '4WD', 'turbo27', 47_900, 8],
    ['Custom', '1CX', 'CK10543', CREW, '4WD', 'turbo27', 50_400, 11],
    ['Custom Trail Boss', '1CT', 'CK10543', CREW, '4WD', 'v8small', 56_300, 7],
    ['LT', '1LT', 'CK10543', CREW, '4WD', 'turbo27', 54_900, 12],
    ['LT', '2LT', 'CK10543', CREW, '4WD', 'v8small', 58_700, 15],
    ['LT', '2LT', 'CC10543', CREW, '2WD', 'v8small', 55_300, 4, { lastOrderMonthsAgo: 15 }],
    ['RST', '1SP', 'CK10543', CREW, '4WD', 'v8small', 61_900, 13],
    ['RST', '1SP', 'CK10543', CREW, '4WD', 'diesel30', 64_300, 4],
    ['LT Trail Boss', '3LT', 'CK10543', CREW, '4WD', 'v8large', 66_800, 6],
    ['LTZ', '1LZ', 'CK10543', CREW, '4WD', 'v8large', 69_300, 4],
    ['ZR2', '1ZR', 'CK10543', CREW, '4WD', 'v8large', 74_900, 2],
    ['High Country', '1HC', 'CK10543', CREW, '4WD', 'v8large', 73_600, 3],
  ],
);

const SILVERADO_2500HD = chevroletLine(
  {
    model: 'Silverado 2500HD',
    segment: 'Heavy-duty pickup',
    allocationGroup: 'HDPU',
    monthlyDemand: 7.5,
    trendPerYear: 0.02,
    season: 'truck',
    leadDays: 48,
    changeoverMonth: 9,
    invoiceShare: 0.938,
    frontGross: 1700,
    leaseShare: 0.03,
    fleetShare: 0.25,
    wmi: '1GC',
    vinLine: 'YK',
    plants: 'FGH',
    doors: 4,
  },
  [
    ['WT', '1WT', 'CC20903', REGULAR, '2WD', 'v8heavy', 48_900, 5],
    ['WT', '1WT', 'CK20953', DOUBLE, '4WD', 'v8heavy', 54_600, 6],
    ['Custom', '1CX', 'CK20743', CREW, '4WD', 'v8heavy', 58_800, 9],
    ['LT', '1LT', 'CK20743', CREW, '4WD', 'v8heavy', 62_100, 9],
    ['LT', '2LT', 'CK20743', CREW, '4WD', 'diesel66', 72_300, 10],
    ['LTZ', '1LZ', 'CK20743', CREW, '4WD', 'diesel66', 78_900, 6],
    ['High Country', '1HC', 'CK20743', CREW, '4WD', 'diesel66', 86_400, 4],
  ],
);

const COLORADO = chevroletLine(
  {
    model: 'Colorado',
    segment: 'Midsize pickup',
    allocationGroup: 'MDPU',
    monthlyDemand: 6.5,
    trendPerYear: 0.06,
    season: 'truck',
    leadDays: 44,
    changeoverMonth: 7,
    invoiceShare: 0.95,
    frontGross: 950,
    leaseShare: 0.2,
    fleetShare: 0.1,
    wmi: '1GC',
    vinLine: 'PS',
    plants: '1NB',
    doors: 4,
  },
  [
    ['WT', '1WT', '14C43', CREW, '2WD', 'turbo27', 32_400, 5, { lastOrderMonthsAgo: 14 }],
    ['WT', '1WT', '14G43', CREW, '4WD', 'turbo27', 35_900, 5],
    ['LT', '2LT', '14G43', CREW, '4WD', 'turbo27', 39_200, 12],
    ['Trail Boss', '4TB', '14G43', CREW, '4WD', 'turbo27', 41_700, 8],
    ['Z71', '4Z7', '14G43', CREW, '4WD', 'turbo27', 44_300, 9],
    ['ZR2', '5ZR', '14G43', CREW, '4WD', 'turbo27', 50_800, 3],
  ],
);

const TAHOE = chevroletLine(
  {
    model: 'Tahoe',
    segment: 'Full-size SUV',
    allocationGroup: 'FSUV',
    monthlyDemand: 5.5,
    trendPerYear: 0.03,
    season: 'suv',
    leadDays: 50,
    changeoverMonth: 8,
    invoiceShare: 0.935,
    frontGross: 2300,
    leaseShare: 0.15,
    fleetShare: 0.15,
    wmi: '1GN',
    vinLine: 'SK',
    plants: 'RJX',
    doors: 4,
  },
  [
    ['LS', '1LS', 'CK10706', 'SUV', '4WD', 'v8small', 64_200, 8],
    ['LT', '1LT', 'CK10706', 'SUV', '4WD', 'v8small', 69_500, 12],
    ['RST', '1RS', 'CK10706', 'SUV', '4WD', 'v8small', 73_100, 8],
    ['Z71', '1Z7', 'CK10706', 'SUV', '4WD', 'v8small', 74_800, 9],
    ['Premier', '1LZ', 'CK10706', 'SUV', '4WD', 'v8large', 80_900, 5],
    ['High Country', '1HC', 'CK10706', 'SUV', '4WD', 'v8large', 86_600, 4],
  ],
);

const SUBURBAN = chevroletLine(
  {
    model: 'Suburban',
    segment: 'Full-size SUV',
    allocationGroup: 'FSUV',
    monthlyDemand: 2.8,
    trendPerYear: -0.02,
    season: 'suv',
    leadDays: 52,
    changeoverMonth: 8,
    invoiceShare: 0.935,
    frontGross: 2200,
    leaseShare: 0.12,
    fleetShare: 0.1,
    wmi: '1GN',
    vinLine: 'SJ',
    plants: 'RJX',
    doors: 4,
  },
  [
    ['LT', '1LT', 'CK10906', 'SUV', '4WD', 'v8small', 72_600, 10],
    ['RST', '1RS', 'CK10906', 'SUV', '4WD', 'v8small', 76_200, 5],
    ['Z71', '1Z7', 'CK10906', 'SUV', '4WD', 'v8small', 77_900, 7],
    ['High Country', '1HC', 'CK10906', 'SUV', '4WD', 'v8large', 89_700, 4],
  ],
);

export const TRUCK_LINES: readonly ModelLine[] = [
  SILVERADO_1500,
  SILVERADO_2500HD,
  COLORADO,
  TAHOE,
  SUBURBAN,
];
