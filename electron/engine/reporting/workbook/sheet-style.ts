/** One sober look for every sheet: dark header, hairlines, numbers that line up, print set-up for landscape. */
import type { Borders, Fill, Font, Row, Worksheet } from 'exceljs';
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

/** Title, and under it what the sheet shows and from when. Returns the next free row. */
export function addSheetTitle(sheet: Worksheet, title: string, subtitle: string): number {
  sheet.getCell('A1').value = safeText(title);
  sheet.getCell('A1').font = { ...BASE_FONT, size: 15, bold: true };
  sheet.getRow(1).height = 24;
  sheet.getCell('A2').value = safeText(subtitle);
  sheet.getCell('A2').font = dimFont;
  return 4;
}

/** Landscape, one page wide, header row on every page, store and page number in the footer. */
export function setUpPrint(sheet: Worksheet, footer: string, headerRow: number | null): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: false,
    margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headerRow === null ? {} : { printTitlesRow: `${headerRow}:${headerRow}` }),
  };
  // An ampersand starts a code in a footer, so a name's own is doubled; a footer takes 255 characters.
  sheet.headerFooter = {
    oddFooter: `&L&8 ${footer.slice(0, 90).replace(/&/g, '&&')}&C&8&A&R&8Page &P of &N`,
  };
}
