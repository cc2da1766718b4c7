import type { ReportModel } from '@shared/contract/reports';
import type { SalesSummary } from '@shared/contract/sales';
import type { Workbook } from 'exceljs';
import type { TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
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

export function addSalesSheet(workbook: Workbook, model: ReportModel): void {
  addTableSheet(workbook, {
    name: 'Sales by month',
    title: 'Sales by month',
    subtitle: `${sheetNote(model)} · retail and lease deals that were not reversed, by contract date, else accounting, else delivery`,
    footer: sheetNote(model),
    columns: COLUMNS,
    rows: model.overview.sales.flatMap(({ condition, months }) =>
      months.map((row) => ({ ...row, condition })),
    ),
    frozenColumns: 2,
  });
}
