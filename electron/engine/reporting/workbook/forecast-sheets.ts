/** The forecast: a line for each series with its periods side by side, and the quantiles behind them. */
import type { ForecastSeries } from '@shared/contract/forecast';
import type { ReportModel } from '@shared/contract/reports';
import type { Workbook } from 'exceljs';
import { columnLetter, type PlacedTable, type TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { chartColors, columnRange, type WorkbookChart } from './workbook-chart';
import { sheetNote, yesNo } from './workbook-input';

const NONE = 'There is no forecast yet.';

export function addForecastSheet(workbook: Workbook, model: ReportModel): void {
  const periods = [
    ...new Set(model.forecasts.flatMap((series) => series.points.map((point) => point.period))),
  ];
  addTableSheet(workbook, {
    name: 'Forecast',
    title: 'Demand forecast, units',
    subtitle: model.forecastRun
      ? `${sheetNote(model)} · means by ${model.forecastRun.grain}, forecast as of ${model.forecastRun.asOf}; low and high enclose 80 % of outcomes`
      : `${sheetNote(model)} · ${NONE}`,
    footer: sheetNote(model),
    columns: seriesColumns(periods.sort()),
    rows: model.forecasts,
    emptyText: NONE,
    frozenColumns: 4,
  });
}

const FIRST_PERIOD_COLUMN = 5;

function seriesColumns(periods: readonly string[]): readonly TableColumn<ForecastSeries>[] {
  const first = columnLetter(FIRST_PERIOD_COLUMN);
  const last = columnLetter(FIRST_PERIOD_COLUMN + Math.max(0, periods.length - 1));
  return [
    { key: 'level', header: 'Level', width: 9, format: 'text', value: (series) => series.level },
    { key: 'make', header: 'Make', width: 14, format: 'text', value: (series) => series.make },
    { key: 'model', header: 'Model', width: 20, format: 'text', value: (series) => series.modelName },
    { key: 'trim', header: 'Trim', width: 16, format: 'text', value: (series) => series.trim },
    ...periods.map((period) => ({
      key: period,
      header: period,
      width: 10,
      format: 'decimal' as const,
      value: (series: ForecastSeries) => series.points.find((point) => point.period === period)?.mean ?? null,
    })),
    {
      key: 'total',
      header: 'Total',
      width: 11,
      format: 'decimal',
      value: (series) => series.points.reduce((sum, point) => sum + point.mean, 0),
      ...(periods.length > 0
        ? { formula: (cell: (key: string) => string) => sumOfRow(first, last, cell('level')) }
        : {}),
    },
    { key: 'low', header: 'Total, low', width: 11, format: 'units', value: totalQuantile('0.10') },
    { key: 'high', header: 'Total, high', width: 11, format: 'units', value: totalQuantile('0.90') },
    { key: 'method', header: 'Method', width: 22, format: 'text', value: (series) => series.model },
    {
      key: 'mase',
      header: 'Typical error against repeating last year (MASE)',
      width: 17,
      format: 'score',
      value: (series) => series.accuracy.mase,
    },
    {
      key: 'beats',
      header: 'Beats naive',
      width: 10,
      format: 'text',
      value: (series) => yesNo(series.accuracy.beatsNaive),
    },
    {
      key: 'note',
      header: 'Remark',
      width: 48,
      format: 'text',
      value: (series) => series.note,
      isWrapped: true,
    },
  ];
}

function sumOfRow(first: string, last: string, anyCell: string): string {
  const row = anyCell.replace(/\D/g, '');
  return `SUM(${first}${row}:${last}${row})`;
}

function totalQuantile(key: string) {
  return (series: ForecastSeries) => series.total.quantiles[key] ?? null;
}

type PointRow = ForecastSeries['points'][number] & { series: ForecastSeries };

const LEVELS = ['0.05', '0.10', '0.25', '0.50', '0.75', '0.90', '0.95'];

const POINT_COLUMNS: readonly TableColumn<PointRow>[] = [
  { key: 'level', header: 'Level', width: 9, format: 'text', value: ({ series }) => series.level },
  { key: 'make', header: 'Make', width: 14, format: 'text', value: ({ series }) => series.make },
  { key: 'model', header: 'Model', width: 20, format: 'text', value: ({ series }) => series.modelName },
  { key: 'trim', header: 'Trim', width: 16, format: 'text', value: ({ series }) => series.trim },
  { key: 'period', header: 'Period', width: 11, format: 'text', value: (row) => row.period },
  { key: 'mean', header: 'Mean', width: 10, format: 'decimal', value: (row) => row.mean },
  ...LEVELS.map((level) => ({
    key: level,
    header: `${Math.round(Number(level) * 100)} %`,
    width: 9,
    format: 'decimal' as const,
    value: (row: PointRow) => row.quantiles[level] ?? null,
  })),
];

const DETAIL = 'Forecast detail';

export function addForecastDetailSheet(workbook: Workbook, model: ReportModel): WorkbookChart[] {
  const rows = model.forecasts.flatMap((series) => series.points.map((point) => ({ ...point, series })));
  const { placed } = addTableSheet(workbook, {
    name: DETAIL,
    title: 'Demand forecast by period, with quantiles',
    subtitle: `${sheetNote(model)} · a quantile of 90 % is not exceeded nine times in ten`,
    footer: sheetNote(model),
    columns: POINT_COLUMNS,
    rows,
    emptyText: NONE,
    frozenColumns: 5,
  });
  return forecastChart(rows, placed);
}

/** The store as a whole: what is expected, and the range that holds four outcomes of five. */
function forecastChart(rows: readonly PointRow[], placed: PlacedTable): WorkbookChart[] {
  const from = rows.findIndex(({ series }) => series.level === 'store');
  if (from < 0) return [];
  const points = rows.filter(({ series }) => series.level === 'store');
  const range = <Value>(key: string, values: readonly Value[]) =>
    columnRange(DETAIL, placed, POINT_COLUMNS, key, { from, to: from + points.length }, values);
  const quantile = (key: string) =>
    range(
      key,
      points.map(({ quantiles }) => quantiles[key] ?? null),
    );
  const means = range(
    'mean',
    points.map(({ mean }) => mean),
  );
  return [
    {
      kind: 'line',
      title: `Demand forecast of the store, ${points[0]?.series.condition ?? 'new'} units`,
      valueTitle: 'Units',
      categories: range(
        'period',
        points.map(({ period }) => period),
      ),
      series: [
        { name: 'Expected', color: chartColors.forecast, values: means },
        { name: '90 %', color: chartColors.range, isDashed: true, values: quantile('0.90') },
        { name: '10 %', color: chartColors.range, isDashed: true, values: quantile('0.10') },
      ],
    },
  ];
}
