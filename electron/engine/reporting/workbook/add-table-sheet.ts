import type { Workbook, Worksheet } from 'exceljs';
import { addTable, type PlacedTable, type TableColumn } from './add-table';
import { addSheetTitle, setUpPrint } from './sheet-style';

export type TableSheet<Row> = {
  name: string;
  title: string;
  subtitle: string;
  footer: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  emptyText?: string;
  /** Columns that stay in sight when scrolling sideways. */
  frozenColumns?: number;
};

/** A sheet that is one table: title, frozen header, filter, totals, print set-up. */
export function addTableSheet<Row>(
  workbook: Workbook,
  { name, title, subtitle, footer, columns, rows, emptyText, frozenColumns = 0 }: TableSheet<Row>,
): { sheet: Worksheet; placed: PlacedTable } {
  const sheet = workbook.addWorksheet(name);
  const top = addSheetTitle(sheet, title, subtitle);
  const placed = addTable(sheet, columns, rows, {
    top,
    hasFilter: true,
    ...(emptyText === undefined ? {} : { emptyText }),
  });
  sheet.views = [{ state: 'frozen', ySplit: top, xSplit: frozenColumns, showGridLines: false }];
  setUpPrint(sheet, footer, top);
  return { sheet, placed };
}
