/**
 * Reads old binary Excel workbooks (BIFF 2 to 8) through SheetJS: cells as they are stored, not as they are shown, and
 * numbers in a date style as ISO days. The library parses in one go; a sheet of this format has 65,536 rows at
 * most, and a size limit keeps that short.
 */

import { readFile } from 'node:fs/promises';
import type { CellObject, WorkBook } from '@e965/xlsx';
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from '../file-refused';
import type { FileFacts } from '../inspect-file';
import type { RawTable } from '../types';
import { inChunks } from './markup/read-html';
import { serialText } from './xlsx/sheet-rows';

const words = engineTexts.importing.files.oldWorkbook;

const MOST_BYTES = 64 * 1024 * 1024;

/** Throws FileRefused TOO_LARGE, PASSWORD or DAMAGED_FILE. */
export async function readXls(facts: FileFacts): Promise<RawTable[]> {
  if (facts.bytes > MOST_BYTES) {
    throw new FileRefused('TOO_LARGE', words.tooLarge.message(facts.name), words.tooLarge.nextStep);
  }
  const { read, SSF } = await import('@e965/xlsx');
  const bytes = await readFile(facts.path);
  let workbook: WorkBook;
  try {
    workbook = read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: false, cellHTML: false });
  } catch (error) {
    throw refusalOf(facts, error);
  }
  const usesDates1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const cellText = (cell: CellObject | undefined): string => {
    if (cell === undefined || cell.v === undefined || cell.t === 'e' || cell.t === 'z') return '';
    if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
    if (typeof cell.v !== 'number') return String(cell.v);
    const isDate = cell.z !== undefined && cell.v >= 1 && SSF.is_date(String(cell.z));
    return isDate ? serialText(cell.v, usesDates1904) : String(cell.v);
  };
  const isHidden = (index: number) => (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
  const names = workbook.SheetNames;
  const visible = names.filter((_, index) => !isHidden(index));
  return (visible.length > 0 ? visible : names).map((name) => {
    const sheet: readonly (readonly (CellObject | undefined)[] | undefined)[] =
      workbook.Sheets[name]?.['!data'] ?? [];
    const rows = Array.from(sheet, (row) => Array.from(row ?? [], cellText));
    return { name, header: null, rows: () => inChunks(rows) };
  });
}

function refusalOf({ name }: FileFacts, error: unknown): FileRefused {
  if (error instanceof Error && /password|encrypt/i.test(error.message)) {
    return new FileRefused('PASSWORD', words.locked.message(name), words.locked.nextStep);
  }
  return new FileRefused('DAMAGED_FILE', words.damaged.message(name), words.damaged.nextStep);
}
