/** Ageing by bucket, the models behind it, and the aged units one by one. */
import type { AgeBucket, InventorySummary, StockUnit } from '@shared/contract/inventory';
import type { ReportModel } from '@shared/contract/reports';
import type { Workbook } from 'exceljs';
import type { PlacedTable, TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { actFill, fillCell } from './sheet-style';
import { unitColumns } from './stock-sheet';
import { chartColors, columnRange, type WorkbookChart } from './workbook-chart';
import { dollars, sheetNote, yesNo } from './workbook-input';

const AGEING = 'Ageing';

type BucketRow = AgeBucket & { condition: string; conditionUnits: number; conditionCostCents: number };

const BUCKET_COLUMNS: readonly TableColumn<BucketRow>[] = [
  { key: 'condition', header: 'Condition', width: 14, format: 'text', value: (row) => row.condition },
  { key: 'bucket', header: 'Days in stock', width: 16, format: 'text', value: (row) => row.label },
  { key: 'units', header: 'Units', width: 12, format: 'units', value: (row) => row.units, hasTotal: true },
  {
    key: 'unitShare',
    header: 'Share of units',
    width: 14,
    format: 'percent',
    value: (row) => share(row.units, row.conditionUnits),
    formula: (cell, range) =>
      `IFERROR(${cell('units')}/SUMIF(${range('condition')},${cell('condition')},${range('units')}),0)`,
  },
  {
    key: 'cost',
    header: 'Cost',
    width: 18,
    format: 'money',
    value: (row) => dollars(row.costCents),
    hasTotal: true,
  },
  {
    key: 'costShare',
    header: 'Share of cost',
    width: 14,
    format: 'percent',
    value: (row) => share(row.costCents, row.conditionCostCents),
    formula: (cell, range) =>
      `IFERROR(${cell('cost')}/SUMIF(${range('condition')},${cell('condition')},${range('cost')}),0)`,
  },
  { key: 'aged', header: 'Aged', width: 10, format: 'text', value: (row) => yesNo(row.isAged) },
];

export function addAgeingSheet(workbook: Workbook, model: ReportModel): WorkbookChart[] {
  const rows = model.overview.inventory.flatMap((summary) =>
    summary.ageBuckets.map((bucket) => ({
      ...bucket,
      condition: summary.condition,
      conditionUnits: sum(summary.ageBuckets.map((other) => other.units)),
      conditionCostCents: sum(summary.ageBuckets.map((other) => other.costCents)),
    })),
  );
  const { sheet, placed } = addTableSheet(workbook, {
    name: AGEING,
    title: 'Ageing',
    subtitle: `${sheetNote(model)} · units on the ground; sold but not delivered, on hold, demo and loaner included`,
    footer: sheetNote(model),
    columns: BUCKET_COLUMNS,
    rows,
  });
  rows.forEach((row, index) => {
    if (!row.isAged || row.units === 0) return;
    for (let column = 1; column <= BUCKET_COLUMNS.length; column++) {
      fillCell(sheet.getCell(placed.firstRow + index, column), actFill);
    }
  });
  return (['new', 'used'] as const).flatMap((condition) => ageingChart(condition, rows, placed));
}

function ageingChart(
  condition: 'new' | 'used',
  rows: readonly BucketRow[],
  placed: PlacedTable,
): WorkbookChart[] {
  const buckets = rows.filter((row) => row.condition === condition);
  if (buckets.length === 0) return [];
  const from = rows.findIndex((row) => row.condition === condition);
  const range = <Value>(key: string, values: readonly Value[]) =>
    columnRange(AGEING, placed, BUCKET_COLUMNS, key, { from, to: from + buckets.length }, values);
  const units = range(
    'units',
    buckets.map((bucket) => bucket.units),
  );
  return [
    {
      kind: 'bar',
      title: `${condition === 'new' ? 'New' : 'Used'} units by days in stock`,
      valueTitle: 'Units',
      categories: range(
        'bucket',
        buckets.map(({ label }) => label),
      ),
      series: [{ name: condition, color: chartColors[condition], values: units }],
    },
  ];
}

type ModelRow = InventorySummary['models'][number] & { condition: string };

const MODEL_COLUMNS: readonly TableColumn<ModelRow>[] = [
  { key: 'condition', header: 'Condition', width: 12, format: 'text', value: (row) => row.condition },
  { key: 'make', header: 'Make', width: 16, format: 'text', value: (row) => row.make },
  { key: 'model', header: 'Model', width: 24, format: 'text', value: (row) => row.model },
  { key: 'units', header: 'Units', width: 10, format: 'units', value: (row) => row.units, hasTotal: true },
  {
    key: 'cost',
    header: 'Cost',
    width: 18,
    format: 'money',
    value: (row) => dollars(row.costCents),
    hasTotal: true,
  },
  { key: 'age', header: 'Median age, days', width: 12, format: 'days', value: (row) => row.medianAgeDays },
  {
    key: 'aged',
    header: 'Aged units',
    width: 10,
    format: 'units',
    value: (row) => row.agedUnits,
    hasTotal: true,
  },
  {
    key: 'sold',
    header: 'Sold in window',
    width: 12,
    format: 'units',
    value: (row) => row.soldInWindow,
    hasTotal: true,
  },
  {
    key: 'supply',
    header: 'Days supply',
    width: 14,
    format: 'days',
    value: (row) => row.daysSupply ?? 'no sales',
  },
];

export function addModelsSheet(workbook: Workbook, model: ReportModel): void {
  const windowDays = model.overview.inventory[0]?.daysSupply.windowDays ?? null;
  addTableSheet(workbook, {
    name: 'Models',
    title: 'Stock and sales by model',
    subtitle: `${sheetNote(model)} · sales of the last ${windowDays ?? '?'} days; days supply counts available units only`,
    footer: sheetNote(model),
    columns: MODEL_COLUMNS,
    rows: model.overview.inventory.flatMap(({ condition, models }) =>
      models.map((row) => ({ ...row, condition })),
    ),
    frozenColumns: 3,
  });
}

export function addAgedUnitsSheet(workbook: Workbook, model: ReportModel): void {
  addTableSheet<StockUnit>(workbook, {
    name: 'Aged units',
    title: 'Aged units: decide each one',
    subtitle: `${sheetNote(model)} · available units older than the store's limit, oldest first`,
    footer: sheetNote(model),
    columns: [
      ...unitColumns,
      { key: 'decision', header: 'Decision', width: 26, format: 'text', value: () => null },
    ],
    rows: model.agedUnits,
    emptyText: 'No unit is over the limit.',
    frozenColumns: 2,
  });
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
