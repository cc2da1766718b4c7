import type { ReportModel } from '@shared/contract/reports';
import type { SalesSummary } from '@shared/contract/sales';
import type { Workbook } from 'exceljs';
import type { PlacedTable, TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { chartColors, columnRange, type WorkbookChart } from './workbook-chart';
import { dollars, sheetNote, yesNo } from './workbook-input';

type MonthRow = SalesSummary['months'][number] & { condition: string };

const COLUMNS: readonly TableColumn<MonthRow>[] = [
  { key: 'condition', header: 'Condition', width: 12, format: 'text', value: (row) => row.condition },
  { key: 'month', header: 'Month', width: 12, format: 'text', value: (row) => row.month },
  {
    key: 'complete',
    header: 'Month complete',
    width: 11,
    format: 'text',
    value: (row) => yesNo(row.isComplete),
  },
  { key: 'units', header: 'Units', width: 10, format: 'units', value: (row) => row.units, hasTotal: true },
  {
    key: 'front',
    header: 'Front gross',
    width: 18,
    format: 'money',
    value: (row) => dollars(row.frontGrossCents),
    hasTotal: true,
  },
  {
    key: 'back',
    header: 'Back gross',
    width: 18,
    format: 'money',
    value: (row) => dollars(row.backGrossCents),
    hasTotal: true,
  },
  {
    key: 'total',
    header: 'Total gross',
    width: 18,
    format: 'money',
    value: (row) => dollars(row.totalGrossCents),
    hasTotal: true,
  },
  {
    key: 'perUnit',
    header: 'Total gross a unit',
    width: 16,
    format: 'money',
    value: (row) => (row.units === 0 ? null : row.totalGrossCents / 100 / row.units),
    formula: (cell) => `IF(${cell('units')}=0,"",${cell('total')}/${cell('units')})`,
  },
];

const SALES = 'Sales by month';

export function addSalesSheet(workbook: Workbook, model: ReportModel): WorkbookChart[] {
  const rows = model.overview.sales.flatMap(({ condition, months }) =>
    months.slice(-model.request.months).map((row) => ({ ...row, condition })),
  );
  const { placed } = addTableSheet(workbook, {
    name: SALES,
    title: SALES,
    subtitle: `${sheetNote(model)} · retail and lease deals that were not reversed, by contract date, else accounting, else delivery`,
    footer: sheetNote(model),
    columns: COLUMNS,
    rows,
    frozenColumns: 2,
  });
  return salesChart(rows, placed);
}

/** New and used share their months, so one axis serves both. */
function salesChart(rows: readonly MonthRow[], placed: PlacedTable): WorkbookChart[] {
  const parts = (['new', 'used'] as const).flatMap((condition) => {
    const from = rows.findIndex((row) => row.condition === condition);
    const months = rows.filter((row) => row.condition === condition);
    return from < 0 ? [] : [{ condition, months, place: { from, to: from + months.length } }];
  });
  const [first] = parts;
  if (!first) return [];
  const range = <Value>(key: string, place: { from: number; to: number }, values: readonly Value[]) =>
    columnRange(SALES, placed, COLUMNS, key, place, values);
  return [
    {
      kind: 'bar',
      title: 'Units sold by month',
      valueTitle: 'Units',
      categories: range(
        'month',
        first.place,
        first.months.map(({ month }) => month),
      ),
      series: parts.map(({ condition, months, place }) => ({
        name: condition === 'new' ? 'New' : 'Used',
        color: chartColors[condition],
        values: range(
          'units',
          place,
          months.map(({ units }) => units),
        ),
      })),
    },
  ];
}
