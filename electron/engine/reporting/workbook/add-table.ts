/**
 * One table on a sheet: header, typed cells, and a total row whose formulas carry the value that they give, so that
 * a reader that does not recalculate shows the same. Totals follow the filter (SUBTOTAL).
 */
import type { CellValue, Style, Worksheet } from 'exceljs';
import { safeText } from './safe-text';
import { bodyStyle, type NumberFormat, numberFormats, styleHeaderRow, styleTotalRow } from './sheet-style';

export type CellContent = string | number | boolean | null;

export type TableColumn<Row> = {
  key: string;
  header: string;
  width: number;
  format: NumberFormat;
  /** Money in dollars, days as YYYY-MM-DD. With a formula, the value that the formula gives. */
  value: (row: Row) => CellContent;
  /** `cell('key')` is the cell of that column in the same row. */
  formula?: (cell: (key: string) => string, range: (key: string) => string) => string;
  hasTotal?: boolean;
  isWrapped?: boolean;
};

export type PlacedTable = { headerRow: number; firstRow: number; lastRow: number; columns: number };

type TableOptions = {
  top: number;
  /** Makes it a table object of this name with a filter, whose totals have names too; unique in the workbook. */
  name?: string;
  emptyText?: string;
};

/** Above this many rows a sheet is streamed: rows leave the memory as they are written, and it has no table object. */
export const STREAMED_ROWS = 20_000;

export function addTable<Row>(
  sheet: Worksheet,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  { top, name, emptyText = 'Nothing to show.' }: TableOptions,
): PlacedTable {
  const placed = { headerRow: top, firstRow: top + 1, lastRow: top + rows.length, columns: columns.length };
  const isStreamed = rows.length > STREAMED_ROWS;
  addHeader(sheet, columns, top);
  if (rows.length === 0) sheet.getCell(top + 1, 1).value = emptyText;
  const styles = columns.map(({ format, isWrapped }) => bodyStyle(format, isWrapped ?? false));
  rows.forEach((row, index) => {
    addRow(sheet, columns, styles, row, placed.firstRow + index, placed);
    if (isStreamed) sheet.getRow(placed.firstRow + index).commit();
  });
  const hasTotals = rows.length > 0 && columns.some((column) => column.hasTotal);
  if (hasTotals) addTotals(sheet, columns, rows, placed);
  if (name === undefined || rows.length === 0) return placed;
  if (hasTotals) nameTotals(sheet, columns, placed, name);
  // A sheet of a streamed workbook takes no table object, however short it is.
  if (typeof sheet.addTable === 'function') addTableObject(sheet, columns, placed, name);
  else addFilter(sheet, placed, name);
  return placed;
}

function addFilter(sheet: Worksheet, { headerRow, lastRow, columns }: PlacedTable, name: string): void {
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: lastRow, column: columns } };
  const range = `'${sheet.name}'!$A$${headerRow}:$${columnLetter(columns)}$${lastRow}`;
  sheet.workbook.definedNames.add(range, name);
}

/** The cells stand already; the table object gives them a name, a filter and structured references. */
function addTableObject<Row>(
  sheet: Worksheet,
  columns: readonly TableColumn<Row>[],
  { headerRow, firstRow, lastRow }: PlacedTable,
  name: string,
): void {
  const numbers = Array.from({ length: lastRow - headerRow }, (_, index) => firstRow + index);
  sheet.addTable({
    name,
    ref: `A${headerRow}`,
    headerRow: true,
    style: { showRowStripes: false },
    columns: columns.map(({ header }) => ({ name: header, filterButton: true })),
    rows: numbers.map((number) => columns.map((_, index) => sheet.getCell(number, index + 1).value)),
  });
}

/** `Stock_list_total_cost` is the cell of that total. */
function nameTotals<Row>(
  sheet: Worksheet,
  columns: readonly TableColumn<Row>[],
  { lastRow }: PlacedTable,
  name: string,
): void {
  columns.forEach(({ key, hasTotal }, index) => {
    if (!hasTotal) return;
    const cell = `'${sheet.name}'!$${columnLetter(index + 1)}$${lastRow + 1}`;
    sheet.workbook.definedNames.add(cell, `${name}_total_${key.replace(/\W+/g, '_')}`);
  });
}

function addHeader<Row>(sheet: Worksheet, columns: readonly TableColumn<Row>[], top: number): void {
  const header = sheet.getRow(top);
  columns.forEach((column, index) => {
    const cell = header.getCell(index + 1);
    cell.value = column.header;
    cell.alignment = { horizontal: column.format === 'text' ? 'left' : 'right' };
    const sheetColumn = sheet.getColumn(index + 1);
    sheetColumn.width = Math.max(sheetColumn.width ?? 0, column.width);
  });
  styleHeaderRow(header);
}

function addRow<Row>(
  sheet: Worksheet,
  columns: readonly TableColumn<Row>[],
  styles: readonly Partial<Style>[],
  row: Row,
  rowNumber: number,
  placed: PlacedTable,
): void {
  const cells = sheet.getRow(rowNumber);
  columns.forEach((column, index) => {
    const cell = cells.getCell(index + 1);
    const value = toCell(column, row);
    const formula = column.formula?.(cellIn(columns, rowNumber), rangeIn(columns, placed));
    cell.value = formula === undefined ? value : { formula, result: value as number };
    cell.style = styles[index] ?? {};
  });
}

function toCell<Row>(column: TableColumn<Row>, row: Row): CellValue {
  const value = column.value(row);
  if (typeof value !== 'string') return value;
  return column.format === 'date' ? new Date(`${value}T00:00:00Z`) : safeText(value);
}

function addTotals<Row>(
  sheet: Worksheet,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  placed: PlacedTable,
): void {
  const total = sheet.getRow(placed.lastRow + 1);
  const range = rangeIn(columns, placed);
  columns.forEach((column, index) => {
    const cell = total.getCell(index + 1);
    if (index === 0) cell.value = 'Total';
    if (!column.hasTotal) return;
    // Summed in cents: adding dollars would gather the fractions that a double cannot hold.
    const sum =
      rows.reduce((cents, row) => cents + Math.round(Number(column.value(row) ?? 0) * 100), 0) / 100;
    cell.value = { formula: `SUBTOTAL(109,${range(column.key)})`, result: sum };
    cell.numFmt = numberFormats[column.format];
    cell.alignment = { horizontal: 'right' };
  });
  styleTotalRow(total);
}

function cellIn<Row>(columns: readonly TableColumn<Row>[], rowNumber: number) {
  return (key: string) => `${letterOf(columns, key)}${rowNumber}`;
}

function rangeIn<Row>(columns: readonly TableColumn<Row>[], { firstRow, lastRow }: PlacedTable) {
  return (key: string) => {
    const letter = letterOf(columns, key);
    return `$${letter}$${firstRow}:$${letter}$${lastRow}`;
  };
}

function letterOf<Row>(columns: readonly TableColumn<Row>[], key: string): string {
  const index = columns.findIndex((column) => column.key === key);
  if (index < 0) throw new Error(`no column ${key}`);
  return columnLetter(index + 1);
}

/** 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
