/** Passenger cars of the sample's Chevrolet franchise: a sedan that ends and a sports car that is rationed. */
import { chevroletLine } from './model-line';
import type { ModelLine } from './vehicle-spec';

const MALIBU = chevroletLine(
  {
    model: 'Malibu',
    segment: 'Midsize sedan',
    allocationGroup: 'MALIBU',
    monthlyDemand: 5,
    trendPerYear: -0.1,
    season: 'car',
    leadDays: 36,
    changeoverMonth: 7,
    lastOrderMonthsAgo: 23,
    invoiceShare: 0.955,
    frontGross: 250,
    leaseShare: 0.25,
    fleetShare: 0.6,
    wmi: '1G1',
    vinLine: 'ZD',
    plants: 'FUT',
    doors: 4,
  },
  [
    ['LS', '1LS', '1ZC69', 'Sedan', 'FWD', 'turbo15', 26_200, 5],
    ['RS', '1RS', '1ZS69', 'Sedan', 'FWD', 'turbo15', 27_300, 6],
    ['LT', '1LT', '1ZD69', 'Sedan', 'FWD', 'turbo15', 29_500, 9],
    ['LT', '2LT', '1ZE69', 'Sedan', 'FWD', 'turbo20', 33_000, 2],
  ],
);

const CORVETTE = chevroletLine(
  {
    model: 'Corvette',
    segment: 'Sports car',
    allocationGroup: 'VETTE',
    monthlyDemand: 1.6,
    trendPerYear: 0,
    season: 'sports',
    leadDays: 62,
    changeoverMonth: 8,
    invoiceShare: 0.93,
    frontGross: 4300,
    leaseShare: 0.04,
    fleetShare: 0,
    wmi: '1G1',
    vinLine: 'YB',
    plants: '5WV',
    doors: 2,
  },
  [
    ['Stingray', '1LT', '1YC07', 'Coupe', 'RWD', 'v8sport', 71_900, 4],
    ['Stingray', '2LT', '1YC07', 'Coupe', 'RWD', 'v8sport', 79_400, 8],
    ['Stingray', '3LT', '1YC67', 'Convertible', 'RWD', 'v8sport', 92_300, 5],
    ['Z06', '2LZ', '1YH07', 'Coupe', 'RWD', 'v8track', 126_700, 2],
  ],
);

export const PASSENGER_CAR_LINES: readonly ModelLine[] = [MALIBU, CORVETTE];
