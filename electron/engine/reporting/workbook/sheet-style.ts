/** One sober look for every sheet: dark header, hairlines, numbers that line up, print set-up for landscape. */
import type { Borders, Cell, Fill, Font, Row, Style, Workbook, Worksheet } from 'exceljs';
import { safeText } from './safe-text';

export const numberFormats = {
  units: '#,##0',
  signedUnits: '+#,##0;-#,##0;0',
  decimal: '#,##0.0',
  score: '0.00',
  money: '$#,##0.00;[Red]-$#,##0.00',
  days: '#,##0.0',
  turns: '0.0',
  percent: '0.0%',
  date: 'yyyy-mm-dd',
  year: '0',
  text: '@',
} as const;
export type NumberFormat = keyof typeof numberFormats;

const INK = 'FF16202E';
const HEADER = 'FF23324A';
const HAIRLINE = 'FFD5DAE2';

const BASE_FONT: Partial<Font> = { name: 'Calibri', size: 10.5, color: { argb: INK } };
export const dimFont: Partial<Font> = { ...BASE_FONT, size: 9.5, color: { argb: 'FF566173' } };
export const boldFont: Partial<Font> = { ...BASE_FONT, bold: true };
export const bodyFont = BASE_FONT;

export const hairline: Partial<Borders> = { bottom: { style: 'hair', color: { argb: HAIRLINE } } };
const totalLine: Partial<Borders> = { top: { style: 'thin', color: { argb: HEADER } } };

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
export const actFill = solid('FFFDEAE4');
export const cautionFill = solid('FFFDF1D6');
export const goodFill = solid('FFE5F4EC');

/** Cells of a column share one style, so a cell that stands out gets a copy. */
export function fillCell(cell: Cell, fill: Fill): void {
  cell.style = { ...cell.style, fill };
}

/** One object for all cells of a column: a workbook of 100,000 rows then looks each style up once. */
export function bodyStyle(format: NumberFormat, isWrapped: boolean): Partial<Style> {
  return {
    font: bodyFont,
    border: hairline,
    numFmt: numberFormats[format],
    alignment: {
      vertical: 'top',
      horizontal: format === 'text' ? 'left' : 'right',
      wrapText: isWrapped,
    },
  };
}

export function styleHeaderRow(row: Row): void {
  row.height = 30;
  row.eachCell((cell) => {
    cell.font = { ...BASE_FONT, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = solid(HEADER);
    cell.alignment = { ...cell.alignment, vertical: 'middle', wrapText: true };
  });
}

export function styleTotalRow(row: Row): void {
  row.eachCell((cell) => {
    cell.font = boldFont;
    cell.border = totalLine;
  });
}

export const FIRST_TABLE_ROW = 4;

type SheetSetUp = {
  title: string;
  subtitle: string;
  footer: string;
  /** Columns that stay in sight when scrolling sideways. */
  frozenColumns?: number;
  /** Whether the table's head comes back on every printed page. */
  repeatsHeader?: boolean;
};

/**
 * A sheet with its title, what it shows and from when under it, its head in sight, and its print set-up: landscape,
 * one page wide, store and page number in the footer. All of it is said when the sheet is made, for a streamed sheet
 * writes its head at once. The first table begins at `FIRST_TABLE_ROW`.
 */
export function addSheet(
  workbook: Workbook,
  name: string,
  { title, subtitle, footer, frozenColumns = 0, repeatsHeader = false }: SheetSetUp,
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: FIRST_TABLE_ROW, xSplit: frozenColumns, showGridLines: false }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(repeatsHeader ? { printTitlesRow: `${FIRST_TABLE_ROW}:${FIRST_TABLE_ROW}` } : {}),
    },
    // An ampersand starts a code in a footer, so a name's own is doubled; a footer takes 255 characters.
    headerFooter: { oddFooter: `&L&8 ${footer.slice(0, 90).replace(/&/g, '&&')}&C&8&A&R&8Page &P of &N` },
  });
  sheet.getCell('A1').value = safeText(title);
  sheet.getCell('A1').font = { ...BASE_FONT, size: 15, bold: true };
  sheet.getRow(1).height = 24;
  sheet.getCell('A2').value = safeText(subtitle);
  sheet.getCell('A2').font = dimFont;
  return sheet;
}
