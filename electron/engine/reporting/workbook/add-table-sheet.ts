import type { Workbook, Worksheet } from 'exceljs';
import { addTable, type PlacedTable, type TableColumn } from './add-table';
import { addSheet, FIRST_TABLE_ROW } from './sheet-style';

export type TableSheet<Row> = {
  name: string;
  title: string;
  subtitle: string;
  footer: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  emptyText?: string;
  frozenColumns?: number;
};

/** A sheet that is one table: title, frozen header, filter, totals, print set-up. */
export function addTableSheet<Row>(
  workbook: Workbook,
  { name, title, subtitle, footer, columns, rows, emptyText, frozenColumns = 0 }: TableSheet<Row>,
): { sheet: Worksheet; placed: PlacedTable } {
  const sheet = addSheet(workbook, name, { title, subtitle, footer, frozenColumns, repeatsHeader: true });
  const placed = addTable(sheet, columns, rows, {
    top: FIRST_TABLE_ROW,
    name: name.replace(/\W+/g, '_'),
    ...(emptyText === undefined ? {} : { emptyText }),
  });
  return { sheet, placed };
}
