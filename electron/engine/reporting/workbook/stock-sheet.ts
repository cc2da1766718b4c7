import type { StockUnit } from '@shared/contract/inventory';
import type { Workbook } from 'exceljs';
import type { TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { nameColumns } from './build-columns';
import { dollars, sheetNote, type WorkbookInput, yesNo } from './workbook-input';

export const unitColumns: readonly TableColumn<StockUnit>[] = [
  { key: 'stock', header: 'Stock #', width: 13, format: 'text', value: (unit) => unit.stockNumber },
  { key: 'vin', header: 'VIN', width: 21, format: 'text', value: (unit) => unit.vin },
  { key: 'condition', header: 'Condition', width: 11, format: 'text', value: (unit) => unit.condition },
  {
    key: 'certified',
    header: 'Certified',
    width: 10,
    format: 'text',
    value: (unit) => yesNo(unit.isCertified),
  },
  {
    key: 'status',
    header: 'Status',
    width: 18,
    format: 'text',
    value: (unit) => unit.status.replaceAll('_', ' '),
  },
  ...nameColumns,
  {
    key: 'exterior',
    header: 'Exterior',
    width: 22,
    format: 'text',
    value: (unit) => unit.build.exteriorColor,
  },
  { key: 'received', header: 'Received', width: 12, format: 'date', value: (unit) => unit.receivedOn },
  { key: 'age', header: 'Age, days', width: 9, format: 'units', value: (unit) => unit.ageDays },
  { key: 'miles', header: 'Miles', width: 10, format: 'units', value: (unit) => unit.odometerMiles },
  {
    key: 'cost',
    header: 'Cost',
    width: 17,
    format: 'money',
    value: (unit) => dollars(unit.costCents),
    hasTotal: true,
  },
  {
    key: 'price',
    header: 'Price',
    width: 17,
    format: 'money',
    value: (unit) => dollars(unit.priceCents),
    hasTotal: true,
  },
  {
    key: 'msrp',
    header: 'MSRP',
    width: 17,
    format: 'money',
    value: (unit) => dollars(unit.msrpCents),
    hasTotal: true,
  },
  {
    key: 'holding',
    header: 'Held so far',
    width: 15,
    format: 'money',
    value: (unit) => dollars(unit.holdingCostToDateCents),
    hasTotal: true,
  },
];

export function addStockSheet(workbook: Workbook, { model, units }: WorkbookInput): void {
  addTableSheet(workbook, {
    name: 'Stock list',
    title: 'Stock list',
    subtitle: `${sheetNote(model)} · every unit, those in transit and apart included`,
    footer: sheetNote(model),
    columns: unitColumns,
    rows: units,
    frozenColumns: 2,
  });
}
