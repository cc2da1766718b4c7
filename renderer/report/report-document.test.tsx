import type { ForecastSeries } from '@shared/contract/forecast';
import type { InventorySummary } from '@shared/contract/inventory';
import type { Plan } from '@shared/contract/plan';
import type { Figure } from '@shared/contract/primitives';
import { type ReportModel, reportModelSchema, reportRequestSchema } from '@shared/contract/reports';
import type { SalesSummary } from '@shared/contract/sales';
import { REPORT_CATALOGUE, REPORT_SECTIONS } from '@shared/domain/report-kind';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { ageingDrawing, forecastDrawing, salesDrawing } from './chart-drawings';
import { Drawings } from './drawings';
import { ReportDocument } from './report-document';

vi.mock('plotly.js-strict-dist-min', () => ({ default: { newPlot: async () => undefined } }));

const figure = (value: number | null, unit: Figure['unit'], note: string | null = null): Figure => ({
  value,
  unit,
  sampleSize: 12,
  windowDays: unit === 'days' ? 45 : null,
  dateField: null,
  population: 'new units',
  note,
});

const stock: InventorySummary = {
  condition: 'new',
  unitsInStock: figure(3, 'units'),
  availableUnits: figure(2, 'units'),
  stockCost: figure(123_456_789, 'cents'),
  stockPrice: figure(0, 'cents'),
  medianAge: figure(41, 'days'),
  agedUnits: figure(1, 'units'),
  daysSupply: figure(null, 'days', 'no sales in 45 days'),
  turnFlow: figure(6.25, 'turns_per_year'),
  holdingCostPerDay: figure(4321, 'cents_per_day'),
  holdingInterestPerDay: figure(2821, 'cents_per_day'),
  otherHoldingCostPerDay: figure(1500, 'cents_per_day', 'other cost of $5.00 a unit a day'),
  holdingRates: {
    floorPlanAnnualRate: 0.075,
    daysInYear: 365,
    floorPlanFreeDays: 0,
    otherHoldingCostPerDayCents: 500,
    isDefault: true,
  },
  statuses: [
    { status: 'available', units: 2, costCents: 1 },
    { status: 'on_hold', units: 1, costCents: 1 },
  ],
  ageBuckets: [
    { label: '0–30', fromDays: 0, toDays: 30, units: 2, costCents: 100, isAged: false },
    { label: '31+', fromDays: 31, toDays: null, units: 1, costCents: 200, isAged: true },
  ],
  models: [
    {
      make: 'Ford',
      model: 'F-150 <script>',
      units: 3,
      costCents: 300,
      medianAgeDays: 41,
      agedUnits: 1,
      soldInWindow: 0,
      daysSupply: null,
    },
  ],
};

const sales: SalesSummary = {
  condition: 'new',
  unitsSold: figure(0, 'units'),
  frontGrossPerUnit: figure(-30_000, 'cents'),
  backGrossPerUnit: figure(null, 'cents', 'no deal states it'),
  totalGrossPerUnit: figure(210_812, 'cents'),
  totalGross: figure(0, 'cents'),
  medianDaysToTurn: figure(45, 'days'),
  survivalMedianDaysToTurn: figure(62, 'days'),
  turnFromDays: figure(8.1, 'turns_per_year'),
  monthToDate: figure(0, 'units'),
  monthPace: figure(0, 'units', '13 of 26 selling days'),
  monthUnderWay: { month: '2026-06', sellingDaysSoFar: 13, sellingDays: 26, unitsYearBefore: null },
  months: [
    {
      month: '2026-05',
      units: 4,
      frontGrossCents: 0,
      backGrossCents: 0,
      totalGrossCents: 0,
      isComplete: true,
    },
    {
      month: '2026-06',
      units: 1,
      frontGrossCents: 0,
      backGrossCents: 0,
      totalGrossCents: 0,
      isComplete: false,
    },
  ],
  models: [],
  excluded: [],
};

const accuracy = {
  mase: 0.8,
  rmsse: 0.9,
  bias: 0,
  pinball: 0.4,
  coverage80: 0.8,
  coverage90: 0.9,
  origins: 6,
  beatsNaive: true,
};

const series: ForecastSeries = {
  id: 'store',
  level: 'store',
  condition: 'new',
  configuration: null,
  unadjustedMean: null,
  grain: 'month',
  make: null,
  modelName: null,
  trim: null,
  status: 'ok',
  model: 'ets',
  note: null,
  history: [{ period: '2026-05', units: 4, demand: 4 }],
  points: [{ period: '2026-07', mean: 5.5, quantiles: { '0.10': 2, '0.90': 9 } }],
  total: { mean: 5.5, quantiles: { '0.10': 2, '0.90': 9 } },
  accuracy,
  candidates: [],
};

const plan: Plan = {
  id: '7',
  storeCode: 'S',
  asOf: '2026-06-30',
  createdAt: '2026-07-01T00:00:00.000Z',
  forecastRunId: '1',
  windowDays: 90,
  windowNote: 'Ninety days.',
  limits: [
    { id: 'a', kind: 'allocation', label: 'Allocation LDPU', bound: 5, used: 2, source: 'cycle 2026-07' },
    { id: 'b', kind: 'budget', label: 'Order budget', bound: null, used: 1, source: 'settings' },
  ],
  lines: [
    {
      lineId: '1',
      build: {
        make: 'Ford',
        model: 'Bronco',
        modelYear: 2027,
        body: null,
        trim: 'Badlands',
        drivetrain: '4WD',
        engine: null,
        package: null,
        exteriorColor: null,
        interiorColor: null,
      },
      quantity: 2,
      uncappedQuantity: 3,
      score: 0.71,
      parts: { gross: null, daysToTurn: null, market: null, forecast: null },
      expectedValueCents: 150_000,
      unitCostCents: 4_000_000,
      onHand: 0,
      pipeline: 0,
      demand: 3,
      marginalValuesCents: [],
      reasons: ['Three are expected to sell.'],
      notScoredBecause: null,
      facts: null,
      colors: [],
      decision: null,
    },
  ],
  totals: { units: 2, costCents: 8_000_000, expectedValueCents: 150_000 },
  uncappedTotals: { units: 3, costCents: 12_000_000, expectedValueCents: 190_000 },
  shadowPrices: [{ constraint: 'a', label: 'Allocation LDPU', step: 'one more unit', cents: 40_000 }],
  sensitivity: [],
  analysedAt: '2026-07-01T00:00:05.000Z',
  signedOffAt: null,
  signedOffNote: null,
  supersededByPlanId: null,
  solver: { status: 'optimal', gap: 0, milliseconds: 3, candidates: 9 },
  notes: ['Order budget: not set.'],
};

const model: ReportModel = reportModelSchema.parse({
  title: 'A store',
  overview: {
    storeCode: 'S',
    storeName: 'A & B Motors',
    isSample: true,
    dataDate: '2026-06-30',
    computedAt: '2026-07-01T12:00:00.000Z',
    daysOld: 1,
    inventory: [stock],
    sales: [sales],
    incoming: [],
    actions: [
      {
        id: 'x',
        severity: 'act',
        title: 'Move one',
        detail: 'It stands.',
        amountCents: 123_400,
        amountLabel: 'a month to hold',
        target: { screen: 'inventory', filter: {} },
      },
    ],
    latestForecastRunId: '1',
    latestPlanId: '7',
  },
  segment: null,
  request: {
    ...reportRequestSchema.parse({ paper: 'a4' }),
    sections: [...REPORT_CATALOGUE['store-review'].sections],
  },
  logo: null,
  market: null,
  learning: null,
  replay: null,
  imports: [],
  agedUnits: [],
  forecastRun: {
    id: '1',
    storeCode: 'S',
    asOf: '2026-06-30',
    grain: 'month',
    horizon: 1,
    createdAt: '2026-07-01T00:00:00.000Z',
    milliseconds: 1,
    seriesCount: 1,
    beatNaiveCount: 1,
    fittedCount: 1,
    keptCount: 0,
  },
  forecasts: [series],
  gaps: [],
  plan,
});

const print = (changed: Partial<ReportModel> = {}) =>
  renderToStaticMarkup(<ReportDocument model={{ ...model, ...changed }} drawings={new Drawings()} />);

describe('the printed report', () => {
  it('writes figures in full, and the reason where there is none', () => {
    const page = print();
    expect(page).toContain('$1,234,568');
    expect(page).toContain('$43 a day');
    expect(page).toContain('−$300');
    expect(page).toContain('from 12 units · 45 days');
    expect(page).toContain('no sales in 45 days');
    expect(page).toContain('Sample data');
    expect(page).toContain('a month to hold');
    expect(page).toContain('Holding cost (default rates)');
    expect(page).toContain('… interest at 7.5%');
    expect(page).toContain('… other at $5 a unit');
  });

  it('shows text as text', () => {
    const page = print();
    expect(page).toContain('A &amp; B Motors');
    expect(page).toContain('F-150 &lt;script&gt;');
    expect(page).not.toContain('<script>');
  });

  it('lays the plan out for sign-off, with set limits and what they cost', () => {
    const page = print();
    expect(page).toContain('2027 Ford Bronco Badlands');
    expect(page).toContain('Without limits it would be 3 units for $120,000.');
    expect(page).toContain('$400 (one more unit)');
    expect(page).not.toContain('unlimited');
    expect(page).toContain('General manager, name and date');
  });

  it('says what is missing instead of leaving a page empty', () => {
    const page = print({ forecastRun: null, forecasts: [], gaps: [], plan: null });
    expect(page).toContain('There is no forecast yet.');
    expect(page).toContain('Gaps need a forecast.');
    expect(page).toContain('There is no order plan yet.');
  });

  it('prints the sections that were asked for under a head of its own', () => {
    const page = print({ request: { ...model.request, sections: ['gaps'] }, segment: 'used only' });
    expect(page).toContain('Gaps need a forecast.');
    expect(page).toContain('lists: used only');
    expect(page).not.toContain('Order plan for sign-off');
    const everything = print({ request: { ...model.request, sections: [...REPORT_SECTIONS] } });
    for (const words of [
      'Sales by month',
      'Accuracy of the forecast',
      'No market file',
      'Nothing was imported',
    ])
      expect(everything).toContain(words);
  });

  it('takes the paper that was asked for', () => {
    expect(print()).toContain('@page { size: a4; }');
  });
});

describe('the charts', () => {
  it('hatch aged buckets and lighten the month under way', () => {
    const [bars] = ageingDrawing([stock]).data as { y: number[]; marker: { pattern: { shape: string[] } } }[];
    expect(bars?.y).toEqual([2, 1]);
    expect(bars?.marker.pattern.shape).toEqual(['', '/']);
    const [months] = salesDrawing([sales], 13).data as { y: number[]; marker: { opacity: number[] } }[];
    expect(months?.y).toEqual([4, 1]);
    expect(months?.marker.opacity).toEqual([1, 0.45]);
  });

  it('set what was sold beside what is expected with its band', () => {
    const traces = forecastDrawing(series, true).data as { x: string[]; y: number[] }[];
    expect(traces.map((trace) => trace.y)).toEqual([[2], [9], [4], [5.5]]);
    expect(traces[3]?.x).toEqual(['2026-07']);
  });
});
