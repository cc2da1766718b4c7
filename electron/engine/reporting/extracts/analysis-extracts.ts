/** Tables of what DOSO computed: figures, forecast, gaps, plan, market, imports. */
import type { ForecastSeries } from '@shared/contract/forecast';
import type { ImportBatch } from '@shared/contract/imports';
import type { MarketSummary } from '@shared/contract/market';
import type { PlanLine } from '@shared/contract/plan';
import type { Gap } from '@shared/contract/plan-gaps';
import { assertDataBy } from '../../figures/assert-data-by';
import { readMarketSummary } from '../../market/read-market-summary';
import { readOverview } from '../../overview/read-overview';
import { readBatches, readForecastRun, readForecasts, readGaps, readPlanLines } from '../build-report-model';
import { type FigureRow, figureRows } from '../workbook/figure-rows';
import { type ColumnOf, column, defineExtract, type ExtractRequest } from './extract-table';

/** What is computed needs data by its day, as on the screens. */
function defineAnalysis<Row>(table: {
  grain: string;
  columns: readonly ColumnOf<Row>[];
  readRows: (request: ExtractRequest) => Promise<readonly Row[]>;
}) {
  return defineExtract<Row>({
    ...table,
    readRows: async (request) => {
      await assertDataBy(request.db, request.scope);
      return table.readRows(request);
    },
  });
}

type FigureLine = FigureRow & { condition: 'new' | 'used' };
const figureOf = (row: FigureLine) => (row.condition === 'new' ? row.newFigure : row.usedFigure);

export const figuresExtract = defineAnalysis<FigureLine>({
  grain: 'one figure of one condition',
  columns: [
    column('Area', 'text', 'Stock or sales', (row) => row.area),
    column('Condition', 'text', 'new or used; never blended', (row) => row.condition),
    column('Figure', 'text', 'Name', (row) => row.definition.name),
    column(
      'Value',
      'decimal',
      'In the unit beside it; money in cents',
      (row) => figureOf(row)?.value ?? null,
    ),
    column('Unit', 'text', 'units, cents, cents_per_day, days, ratio or turns_per_year', (row) => {
      return row.definition.unit;
    }),
    column('Window Days', 'integer', 'Days looked back over', (row) => figureOf(row)?.windowDays ?? null),
    column('Sample Size', 'integer', 'How many it rests on', (row) => figureOf(row)?.sampleSize ?? null),
    column('Remark', 'text', 'Why there is no value, or what to know', (row) => figureOf(row)?.note ?? null),
    column('Definition', 'text', 'How it is computed', (row) => row.definition.formula),
  ],
  readRows: async ({ db, scope, now, windowDays }) =>
    figureRows({ overview: await readOverview(db, scope, now, windowDays) }).flatMap((row) =>
      (['new', 'used'] as const).map((condition) => ({ ...row, condition })),
    ),
});

type PointRow = ForecastSeries['points'][number] & { series: ForecastSeries };
const QUANTILES = ['0.05', '0.10', '0.25', '0.50', '0.75', '0.90', '0.95'];

export const forecastExtract = defineAnalysis<PointRow>({
  grain: 'one period of one series',
  columns: [
    column('Series', 'text', 'Key of the series', ({ series }) => series.id),
    column('Level', 'text', 'store, model or trim', ({ series }) => series.level),
    column('Make', 'text', 'Make', ({ series }) => series.make),
    column('Model', 'text', 'Model', ({ series }) => series.modelName),
    column('Trim', 'text', 'Trim', ({ series }) => series.trim),
    column('Period', 'text', 'YYYY-MM', (row) => row.period),
    column('Mean', 'decimal', 'Expected units', (row) => row.mean),
    ...QUANTILES.map((level) =>
      column<PointRow>(
        `P${Math.round(Number(level) * 100)}`,
        'decimal',
        `Units not exceeded ${Math.round(Number(level) * 100)} times in 100`,
        (row) => row.quantiles[level] ?? null,
      ),
    ),
    column('Method', 'text', 'Method chosen by back-test', ({ series }) => series.model),
    column('MASE', 'decimal', 'Error against repeating last year; below 1 is better', ({ series }) => {
      return series.accuracy.mase;
    }),
  ],
  readRows: async ({ db, scope, segment }) =>
    (await readForecasts(db, await readForecastRun(db, scope), segment)).flatMap((series) =>
      series.points.map((point) => ({ ...point, series })),
    ),
});

export const gapsExtract = defineAnalysis<Gap>({
  grain: 'one model and condition',
  columns: [
    column('Condition', 'text', 'new or used', (gap) => gap.condition),
    column('Make', 'text', 'Make', (gap) => gap.make),
    column('Model', 'text', 'Model', (gap) => gap.model),
    column('Available', 'integer', 'Units on the ground and for sale', (gap) => gap.available),
    column('On Order', 'integer', 'All units on their way', (gap) => gap.pipeline),
    column('Arriving', 'integer', 'Those that come within the lead time', (gap) => gap.arriving),
    column('Lead Days', 'integer', 'Days until an order placed today arrives', (gap) => gap.leadDays),
    column('Left By Then', 'decimal', 'Units expected to be left then', (gap) => gap.projected),
    column('Ideal', 'decimal', 'Units that should be there then', (gap) => gap.ideal),
    column('Gap', 'integer', '+ get, - reduce', (gap) => gap.gap),
    column('Monthly Demand', 'decimal', 'Units expected to sell a month', (gap) => gap.monthlyDemand),
    column('Days Supply', 'decimal', 'Available units at the recent rate of sale', (gap) => gap.daysSupply),
    column('Remark', 'text', 'What the demand rests on', (gap) => gap.note),
  ],
  readRows: ({ db, scope, segment }) => readGaps(db, scope, segment),
});

export const planExtract = defineAnalysis<PlanLine>({
  grain: 'one build of the latest order plan',
  columns: [
    column('Line', 'text', 'Id of the line', (line) => line.lineId),
    column('Model Year', 'integer', 'Model year', (line) => line.build.modelYear),
    column('Make', 'text', 'Make', (line) => line.build.make),
    column('Model', 'text', 'Model', (line) => line.build.model),
    column('Trim', 'text', 'Trim', (line) => line.build.trim),
    column('Body', 'text', 'Body', (line) => line.build.body),
    column('Drivetrain', 'text', 'Drivetrain', (line) => line.build.drivetrain),
    column('Engine', 'text', 'Engine', (line) => line.build.engine),
    column('Package', 'text', 'Package', (line) => line.build.package),
    column('Exterior Color', 'text', 'Exterior colour', (line) => line.build.exteriorColor),
    column('Interior Color', 'text', 'Interior colour', (line) => line.build.interiorColor),
    column('Order', 'integer', 'Units to order', (line) => line.quantity),
    column('Without Limits', 'integer', 'Units without any limit', (line) => line.uncappedQuantity),
    column('Unit Cost', 'money', 'Cost of one', (line) => line.unitCostCents),
    column('Expected Net', 'money', 'Expected net of the units to order', (line) => line.expectedValueCents),
    column('Score', 'decimal', 'DOSO score, 0 to 1', (line) => line.score),
    column('On Hand', 'integer', 'Units in stock', (line) => line.onHand),
    column('On Order', 'integer', 'Units on their way', (line) => line.pipeline),
    column('Demand', 'decimal', 'Units expected to sell in the window', (line) => line.demand),
    column('Decision', 'text', 'accepted, changed or declined', (line) => line.decision?.decision ?? null),
    column('Decided Units', 'integer', 'Units decided on', (line) => line.decision?.quantity ?? null),
    column('Reasons', 'text', 'Why', (line) => line.reasons.join(' ')),
  ],
  readRows: async ({ db, scope, segment }) => (await readPlanLines(db, scope, segment))?.lines ?? [],
});

export const marketExtract = defineAnalysis<MarketSummary['models'][number]>({
  grain: 'one model over the last three months known',
  columns: [
    column('Segment', 'text', 'Segment', (row) => row.segment),
    column('Make', 'text', 'Make', (row) => row.make),
    column('Model', 'text', 'Model', (row) => row.model),
    column('Own', 'flag', 'A make of the store', (row) => row.isOwn),
    column('Units', 'integer', 'Units of three months', (row) => row.units),
    column('Share', 'decimal', 'Of its segment, 0 to 1', (row) => row.share),
    column('Share Year Before', 'decimal', 'The same a year before', (row) => row.shareYearBefore),
    column('Trend', 'decimal', 'Units on a year before, 0.08 for 8 % more', (row) => row.trend),
    column('Average Price', 'money', 'Average price', (row) => row.averagePriceCents),
    column('Days Supply', 'decimal', 'Days supply of the market', (row) => row.daysSupply),
  ],
  readRows: async ({ db, scope, segment }) =>
    (await readMarketSummary(db, { ...scope, filter: segment })).models,
});

export const importsExtract = defineAnalysis<ImportBatch>({
  grain: 'one imported file',
  columns: [
    column('Batch', 'text', 'Id of the batch', (batch) => batch.id),
    column('File', 'text', 'Name of the file', (batch) => batch.file),
    column('Kind', 'text', 'What it holds', (batch) => batch.kind),
    column('As Of', 'day', 'Day the file speaks of', (batch) => batch.asOf),
    column('Rows Read', 'integer', 'Rows read', (batch) => batch.rows.read),
    column('Accepted', 'integer', 'Rows taken as they are', (batch) => batch.rows.accepted),
    column('Repaired', 'integer', 'Rows taken with a repair', (batch) => batch.rows.repaired),
    column('Unchanged', 'integer', 'Rows that were there already', (batch) => batch.rows.unchanged),
    column('Ignored', 'integer', 'Rows that are no records', (batch) => batch.rows.ignored),
    column('Rejected', 'integer', 'Rows refused', (batch) => batch.rows.rejected),
    column('Undone', 'flag', 'Taken back since', (batch) => batch.isUndone),
  ],
  readRows: ({ db, scope }) => readBatches(db, scope),
});
