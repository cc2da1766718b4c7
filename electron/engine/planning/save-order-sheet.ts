/** Writes the order sheet as an Excel workbook or as CSV, whole or not at all. */
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import ExcelJS from 'exceljs';
import type { Db } from '../database/database';
import { csvLine } from '../reporting/csv-line';
import { noteSavedReport } from '../reporting/saved-reports';
import { addTable, type TableColumn } from '../reporting/workbook/add-table';
import { configurationColumns, nameColumns } from '../reporting/workbook/build-columns';
import { safeText } from '../reporting/workbook/safe-text';
import { writeFileWhole } from '../reporting/write-file-whole';
import { type OrderSheet, type OrderSheetRow, orderSheetOf } from './order-sheet';
import { readPlan } from './read-plan';

const texts = engineTexts.planning.orderSheet;
const failures = engineTexts.planning.planFailures;

type SavedSheet = { path: string; bytes: number; units: number; costCents: number };

const COLUMNS: readonly TableColumn<OrderSheetRow>[] = [
  { key: 'line', header: texts.headers.line, width: 6, format: 'units', value: (row) => row.line },
  {
    key: 'units',
    header: texts.headers.units,
    width: 7,
    format: 'units',
    value: (row) => row.units,
    hasTotal: true,
  },
  ...nameColumns,
  ...configurationColumns,
  {
    key: 'color',
    header: texts.headers.color,
    width: 22,
    format: 'text',
    value: (row) => row.color ?? texts.yourChoice,
  },
  { key: 'priority', header: texts.headers.priority, width: 9, format: 'text', value: (row) => row.priority },
  { key: 'orderOn', header: texts.headers.orderOn, width: 11, format: 'text', value: (row) => row.orderOn },
  {
    key: 'unitCost',
    header: texts.headers.unitCost,
    width: 14,
    format: 'money',
    value: (row) => row.unitCostCents / 100,
  },
  {
    key: 'cost',
    header: texts.headers.cost,
    width: 16,
    format: 'money',
    value: (row) => row.costCents / 100,
    formula: (cell) => `${cell('units')}*${cell('unitCost')}`,
    hasTotal: true,
  },
  {
    key: 'decision',
    header: texts.headers.decision,
    width: 11,
    format: 'text',
    value: (row) => row.decision,
  },
  {
    key: 'note',
    header: texts.headers.note,
    width: 36,
    format: 'text',
    value: (row) => row.note,
    isWrapped: true,
  },
];

/** Throws NOT_FOUND, BAD_INPUT for another format, NO_DATA when nothing is ordered, FILE_NOT_WRITTEN. */
export async function saveOrderSheet(db: Db, input: { planId: string; path: string }): Promise<SavedSheet> {
  const format = path.extname(input.path).slice(1).toLowerCase();
  if (!path.isAbsolute(input.path) || (format !== 'xlsx' && format !== 'csv')) {
    throw new AppError('BAD_INPUT', failures.sheetPath.message, {
      details: { path: input.path },
      nextStep: failures.sheetPath.nextStep,
    });
  }
  const sheet = orderSheetOf(await readPlan(db, input.planId));
  if (sheet.rows.length === 0) {
    throw new AppError('NO_DATA', failures.nothingOrdered.message, {
      details: { planId: input.planId },
      nextStep: failures.nothingOrdered.nextStep,
    });
  }
  const bytes = await writeFileWhole(input.path, format === 'csv' ? toCsv(sheet) : await toWorkbook(sheet));
  await noteSavedReport(db, { path: input.path, format });
  return { path: input.path, bytes, ...sheet.totals };
}

/** With a byte order mark, by which Excel takes it for UTF-8. */
function toCsv({ rows }: OrderSheet): Uint8Array {
  const lines = [
    COLUMNS.map(({ header }) => header),
    ...rows.map((row) => COLUMNS.map((column) => csvValue(column, row))),
  ];
  return new TextEncoder().encode(`\ufeff${lines.map((cells) => csvLine(cells.map(csvCell))).join('')}`);
}

function csvValue({ format, value }: (typeof COLUMNS)[number], row: OrderSheetRow) {
  const cell = value(row);
  return format === 'money' && typeof cell === 'number' ? cell.toFixed(2) : cell;
}

function csvCell(value: string | number | boolean | null): string {
  if (typeof value === 'string') return safeText(value);
  return value === null ? '' : String(value);
}

async function toWorkbook({ title, rows, notes }: OrderSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(texts.sheet);
  sheet.getCell('A1').value = safeText(title);
  sheet.getCell('A1').font = { bold: true, size: 14 };
  const table = addTable(sheet, COLUMNS, rows, { top: 3, name: 'order_lines' });
  notes.forEach((note, index) => {
    sheet.getCell(table.lastRow + 3 + index, 1).value = safeText(note);
  });
  sheet.views = [{ state: 'frozen', ySplit: 3, showGridLines: false }];
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
