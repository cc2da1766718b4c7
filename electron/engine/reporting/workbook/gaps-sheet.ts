import type { Gap } from '@shared/contract/plan-gaps';
import type { ReportModel } from '@shared/contract/reports';
import type { Workbook } from 'exceljs';
import { columnLetter, type TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { sheetNote } from './workbook-input';

const COLUMNS: readonly TableColumn<Gap>[] = [
  { key: 'condition', header: 'Condition', width: 11, format: 'text', value: (gap) => gap.condition },
  { key: 'make', header: 'Make', width: 14, format: 'text', value: (gap) => gap.make },
  { key: 'model', header: 'Model', width: 22, format: 'text', value: (gap) => gap.model },
  { key: 'trim', header: 'Trim', width: 16, format: 'text', value: (gap) => gap.trim },
  {
    key: 'available',
    header: 'Available',
    width: 11,
    format: 'units',
    value: (gap) => gap.available,
    hasTotal: true,
  },
  {
    key: 'waiting',
    header: 'Sold, not delivered',
    width: 11,
    format: 'units',
    value: (gap) => gap.soldWaiting,
    hasTotal: true,
  },
  {
    key: 'pipeline',
    header: 'On order',
    width: 11,
    format: 'units',
    value: (gap) => gap.pipeline,
    hasTotal: true,
  },
  {
    key: 'arriving',
    header: 'Arriving in time',
    width: 11,
    format: 'units',
    value: (gap) => gap.arriving,
    hasTotal: true,
  },
  {
    key: 'lead',
    header: 'Lead time, days',
    width: 10,
    format: 'units',
    value: (gap) => gap.leadDays,
  },
  {
    key: 'projected',
    header: 'Left by then',
    width: 10,
    format: 'decimal',
    value: (gap) => gap.projected,
  },
  { key: 'ideal', header: 'Ideal then', width: 10, format: 'decimal', value: (gap) => gap.ideal },
  { key: 'gap', header: 'Gap (+ get, - reduce)', width: 14, format: 'signedUnits', value: (gap) => gap.gap },
  {
    key: 'demand',
    header: 'Demand a month',
    width: 12,
    format: 'decimal',
    value: (gap) => gap.monthlyDemand,
  },
  {
    key: 'supply',
    header: 'Days supply',
    width: 13,
    format: 'days',
    value: (gap) => gap.daysSupply ?? 'no sales',
  },
  {
    key: 'gross',
    header: 'Gross a unit',
    width: 13,
    format: 'money',
    value: (gap) => (gap.grossCents === null ? null : gap.grossCents / 100),
  },
  { key: 'days', header: 'Days to sell', width: 10, format: 'days', value: (gap) => gap.medianDays },
  { key: 'core', header: 'Core', width: 7, format: 'text', value: (gap) => (gap.isCore ? 'core' : null) },
  { key: 'note', header: 'Remark', width: 54, format: 'text', value: (gap) => gap.note, isWrapped: true },
];

export function addGapsSheet(workbook: Workbook, model: ReportModel): void {
  const { sheet, placed } = addTableSheet(workbook, {
    name: 'Gaps',
    title: 'Gaps to the ideal mix',
    subtitle: `${sheetNote(model)} · on the day an order placed today would arrive: what is left by then against the stock that the forecast calls for`,
    footer: sheetNote(model),
    columns: COLUMNS,
    rows: model.gaps,
    emptyText: 'Gaps need a forecast.',
    frozenColumns: 4,
  });
  if (model.gaps.length === 0) return;
  const gapColumn = columnLetter(1 + COLUMNS.findIndex(({ key }) => key === 'gap'));
  sheet.addConditionalFormatting({
    ref: `${gapColumn}${placed.firstRow}:${gapColumn}${placed.lastRow}`,
    rules: [
      {
        type: 'cellIs',
        operator: 'lessThan',
        formulae: [0],
        priority: 1,
        style: { font: { color: { argb: 'FFB3300F' } } },
      },
      {
        type: 'cellIs',
        operator: 'greaterThan',
        formulae: [0],
        priority: 2,
        style: { font: { color: { argb: 'FF17704A' }, bold: true } },
      },
    ],
  });
}
