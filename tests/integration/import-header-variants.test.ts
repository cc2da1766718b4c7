/** Header variants of real dealer systems, with invented rows; the expected values are read off the fixtures by eye. */
import { describe, expect, it } from 'vitest';
import { readFixture } from '../fixtures/importing/read-fixture';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';

/** Fixture, kind, and what its rows say, in file order. */
const VARIANTS: [string, string, object[]][] = [
  [
    'vauto-by-name.csv',
    'inventory',
    [
      {
        vin: A,
        stockNumber: 'A100',
        condition: 'used',
        isCertified: true,
        priceCents: 2_199_500,
        receivedOn: '2025-09-02',
        build: { make: 'Honda', model: 'Accord', modelYear: 2023, trim: 'EX' },
      },
      {
        vin: B,
        stockNumber: 'A101',
        condition: 'new',
        priceCents: 3_199_500,
        receivedOn: '2025-10-20',
        build: { model: 'CR-V' },
      },
    ],
  ],
  [
    '10_15_2025, 12_19_40 PM.csv',
    'inventory',
    [
      {
        stockNumber: 'H1',
        condition: 'used',
        ageDays: 33,
        odometerMiles: 28_114,
        costCents: 3_410_000,
        priceCents: 3_899_500,
        msrpCents: null,
        location: 'Main',
        build: { make: 'Chevrolet', model: 'Silverado 1500', drivetrain: '4WD' },
      },
      {
        stockNumber: 'H2',
        isCertified: true,
        status: 'sold_not_delivered',
        build: { make: 'Buick', model: 'Envision' },
      },
    ],
  ],
  [
    'homenet.csv',
    'inventory',
    [
      {
        storeCode: 'D77',
        stockNumber: 'S1',
        condition: 'new',
        isCertified: false,
        receivedOn: '2025-09-02',
        odometerMiles: 5,
        costCents: 3_050_000,
        priceCents: 3_150_000,
        msrpCents: 3_300_000,
        build: {
          exteriorColor: 'Platinum White Pearl',
          interiorColor: 'Black',
          engine: '1.5L I4',
          drivetrain: 'FWD',
        },
      },
    ],
  ],
  [
    'aggregator.csv',
    'inventory',
    [{ storeCode: '9', condition: 'used', priceCents: 2_599_500, receivedOn: '2025-09-02' }],
  ],
  [
    'reynolds-motorcycles.csv',
    'inventory',
    [
      {
        stockNumber: 'M1',
        condition: 'new',
        receivedOn: '2017-10-17',
        msrpCents: 1_699_900,
        status: 'available',
        build: { make: 'Harley-Davidson', model: 'Fat Boy', modelYear: 2018 },
      },
    ],
  ],
  [
    'NEW CAR MAIN VIEW.csv',
    'inventory',
    [
      {
        stockNumber: '240117',
        condition: 'new',
        priceCents: 5_200_000,
        build: { make: 'Chevrolet', model: 'Silverado 1500', modelYear: 2024, trim: 'LT' },
      },
      { status: 'in_transit', build: { make: 'Land Rover', model: 'Range Rover Sport' } },
    ],
  ],
  [
    'dealerstudio.csv',
    'inventory',
    [
      {
        storeCode: '7',
        condition: 'used',
        isCertified: true,
        costCents: 2_100_000,
        build: { body: 'Sedan' },
      },
      { condition: 'new', isCertified: false, build: { model: 'Civic' } },
    ],
  ],
  [
    'lotwizard-stock.csv',
    'inventory',
    [
      { stockNumber: 'L1', condition: 'used', receivedOn: '2025-08-14', ageDays: 62, costCents: 1_580_050 },
      { stockNumber: 'L2', receivedOn: '2025-07-04', ageDays: 103, costCents: 1_280_000 },
    ],
  ],
  [
    'autoxloo.csv',
    'inventory',
    [
      {
        stockNumber: A,
        vin: A,
        condition: 'used',
        isCertified: true,
        priceCents: 2_550_000,
        costCents: 2_100_000,
      },
      {
        stockNumber: 'X2',
        condition: 'new',
        msrpCents: 2_750_000,
        build: { exteriorColor: 'White', interiorColor: 'Black' },
      },
    ],
  ],
  [
    'short-vin.csv',
    'inventory',
    [{ stockNumber: '250117', vin: 'SR123456', ageDays: 40, build: { trim: 'LT', exteriorColor: 'Black' } }],
  ],
  ['template-photos.csv', 'inventory', [{ odometerMiles: 88_412, priceCents: 899_500, condition: 'used' }]],
  ['template-books.csv', 'inventory', [{ costCents: 735_000 }]],
  [
    'template-weird.csv',
    'inventory',
    [{ vin: null, stockNumber: 'P1', priceCents: 899_500, costCents: 700_000 }],
  ],
  [
    'template-category.csv',
    'inventory',
    [{ status: 'available', build: { body: 'Sedan', exteriorColor: 'White' } }],
  ],
  ['template-recon.csv', 'inventory', [{ ageDays: 12, condition: 'used' }]],
  ['template-workflow.csv', 'inventory', [{ stockNumber: 'P1', build: { make: 'Honda', model: 'Accord' } }]],
  ['template-list-price.csv', 'inventory', [{ priceCents: 899_500 }]],
  ['template-high-bid.csv', 'inventory', [{ stockNumber: 'P1', odometerMiles: 88_412, priceCents: null }]],
  [
    'preamble-and-totals.csv',
    'inventory',
    [
      {
        stockNumber: '100A',
        condition: 'used',
        ageDays: 20,
        build: { modelYear: 2019, make: 'Honda', model: 'Accord' },
      },
      { stockNumber: '101', build: { make: 'Land Rover', model: 'Discovery' } },
    ],
  ],
  [
    'misspelled.csv',
    'inventory',
    [
      {
        vin: A,
        stockNumber: 'P1',
        priceCents: 899_500,
        receivedOn: '2025-09-13',
        build: { make: 'Honda', model: 'Accord' },
      },
    ],
  ],
  [
    'cdk-deals.json',
    'sales',
    [
      // In stock 33 days before 2025-09-02.
      {
        dealNumber: '10001',
        stockNumber: 'S1',
        condition: 'used',
        saleType: 'retail',
        dealState: 'counted',
        soldOn: '2025-09-02',
        accountingOn: '2025-09-04',
        receivedOn: '2025-07-31',
        frontGrossCents: 290_000,
        backGrossCents: 120_000,
        totalGrossCents: 420_000,
        build: { make: 'Chevrolet', model: 'Trax' },
      },
      { dealNumber: '10002', condition: 'new', saleType: 'lease', dealState: 'pending', accountingOn: null },
    ],
  ],
  [
    'cdk-fi-wip.csv',
    'sales',
    [
      {
        dealNumber: '5001',
        vin: A,
        condition: 'used',
        soldOn: '2025-09-02',
        accountingOn: '2025-09-02',
        zip: '48127',
        totalGrossCents: 300_000,
        build: { make: 'Chevrolet', model: 'Equinox', modelYear: 2025 },
      },
      { zip: '04401', saleType: 'lease', frontGrossCents: -20_000, condition: 'new' },
    ],
  ],
  [
    'dealertrack.csv',
    'sales',
    [
      {
        storeCode: 'TOY1',
        dealNumber: '901',
        condition: 'used',
        saleType: 'retail',
        dealState: 'counted',
        soldOn: '2025-09-02',
        accountingOn: '2025-09-05',
        receivedOn: '2025-07-10',
        deliveredOn: '2025-09-02',
        msrpCents: null,
        frontGrossCents: 270_000,
        backGrossCents: 90_000,
        totalGrossCents: 360_000,
      },
      {
        dealNumber: '902',
        condition: 'new',
        saleType: 'lease',
        dealState: 'reversed',
        accountingOn: null,
        receivedOn: null,
        deliveredOn: null,
      },
    ],
  ],
  [
    'tekion.csv',
    'sales',
    [
      {
        dealNumber: '7001',
        priceCents: 1_800_000,
        totalGrossCents: 300_050,
        condition: 'used',
        build: { body: 'Sedan' },
      },
    ],
  ],
  [
    'lotwizard-deals.csv',
    'sales',
    [
      { dealNumber: '1', dealState: 'counted', saleType: 'retail' },
      { dealNumber: '3', saleType: 'retail' },
      { dealNumber: '4', saleType: 'wholesale', dealState: 'pending' },
    ],
  ],
  [
    'promax.csv',
    'sales',
    [
      {
        dealNumber: null,
        vin: A,
        saleType: 'retail',
        soldOn: '2025-09-13',
        frontGrossCents: 200_000,
        backGrossCents: 90_000,
        totalGrossCents: 290_000,
      },
      { saleType: 'lease', totalGrossCents: -30_000 },
    ],
  ],
];

describe('header variants', () => {
  it.each(VARIANTS)('reads %s', async (file, kind, expected) => {
    const { open, rows, rejected } = await readFixture(`variants/${file}`);
    expect(open.table.kind).toBe(kind);
    expect(rejected).toBe(0);
    expect(rows).toMatchObject(expected);
  });

  it('takes the day of an export from its file name', async () => {
    const { open } = await readFixture('variants/10_15_2025, 12_19_40 PM.csv');
    expect(open.facts.name).toContain('10_15_2025');
  });

  it('ignores quotes, repeated headers, totals and footers, and says so', async () => {
    expect((await readFixture('variants/lotwizard-deals.csv')).ignored).toEqual(['quote, not a deal']);
    expect((await readFixture('variants/preamble-and-totals.csv')).ignored).toEqual([
      'repeated header',
      'total',
      'footer',
    ]);
  });

  it('reads the header below a preamble', async () => {
    const { open } = await readFixture('variants/preamble-and-totals.csv');
    expect(open.table.headerLine).toBe(4);
    expect(open.table.preamble[1]).toContain('Run date: 10/15/2025');
  });

  it('names its repairs', async () => {
    const { problems } = await readFixture('variants/misspelled.csv');
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'CONDITION_INFERRED repaired',
    ]);
  });

  it.each([
    ['no-model.csv', 'MISSING_COLUMN', 'inventory file, but no column holds the model'],
    ['unknown-columns.csv', 'UNKNOWN_KIND', 'Stock, Colour, Prix'],
    ['no-known-column.csv', 'NO_HEADER', 'first 30 rows'],
  ])('refuses %s with what to do', async (file, code, text) => {
    await expect(readFixture(`variants/${file}`)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(text),
      nextStep: expect.any(String),
    });
  });
});
