/**
 * Reads workbooks as a stream, straight from the container: a sheet's rows arrive while it is inflated, so memory
 * holds the shared strings only and other calls get their turn. Libraries were tried and left: exceljs' streaming
 * reader never returns from a damaged sheet, SheetJS holds and parses a whole workbook in one go.
 */

import { open } from 'node:fs/promises';
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from '../../file-refused';
import type { FileFacts } from '../../inspect-file';
import type { RawRow, RawTable } from '../../types';
import { readZipDirectory } from '../zip/zip-directory';
import { readZipEntryText } from '../zip/zip-entry';
import { parseSheetRow } from './sheet-rows';
import { readWorkbook, type Sheet, type Workbook } from './workbook-parts';
import { ElementCutter } from './xml-text';

const words = engineTexts.importing.files.workbook;

/** Beyond this a workbook is a decompression bomb or belongs in a CSV file. */
const MOST_UNPACKED_BYTES = 2_000_000_000;
const MOST_STRINGS_BYTES = 500_000_000;

/** Throws FileRefused TRUNCATED_FILE, COMPRESSED_FILE, DAMAGED_FILE or TOO_LARGE. */
export async function readXlsx(facts: FileFacts): Promise<RawTable[]> {
  const file = await open(facts.path);
  try {
    const entries = await readZipDirectory(file, facts.bytes);
    if (entries === null) throw truncated(facts);
    const unpacked = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    const strings = entries.find(({ name }) => /sharedstrings\.xml$/i.test(name))?.bytes ?? 0;
    if (unpacked > MOST_UNPACKED_BYTES || strings > MOST_STRINGS_BYTES) {
      throw new FileRefused('TOO_LARGE', words.tooLarge.message(facts.name), words.tooLarge.nextStep);
    }
    if (!entries.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml')) {
      throw new FileRefused(
        'COMPRESSED_FILE',
        words.otherArchive.message(facts.name),
        words.otherArchive.nextStep,
      );
    }
    const workbook = await readWorkbook(facts.path, entries);
    const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
    return (visible.length > 0 ? visible : workbook.sheets).map((sheet) => ({
      name: sheet.name,
      header: null,
      rows: () => readSheet(facts, workbook, sheet),
    }));
  } catch (error) {
    throw error instanceof FileRefused ? error : damaged(facts);
  } finally {
    await file.close();
  }
}

async function* readSheet(
  facts: FileFacts,
  workbook: Workbook,
  sheet: Sheet,
): AsyncGenerator<readonly RawRow[]> {
  const cutter = new ElementCutter('row');
  let line = 0;
  try {
    for await (const text of readZipEntryText(facts.path, sheet.entry)) {
      const rows: RawRow[] = [];
      for (const element of cutter.push(text)) {
        const row = parseSheetRow(element, line, workbook);
        line = row.line;
        rows.push(row);
      }
      if (rows.length > 0) yield rows;
    }
  } catch {
    throw damaged(facts);
  }
}

function truncated({ name }: FileFacts): FileRefused {
  return new FileRefused('TRUNCATED_FILE', words.cutOff.message(name), words.cutOff.nextStep);
}

function damaged({ name }: FileFacts): FileRefused {
  return new FileRefused('DAMAGED_FILE', words.damaged.message(name), words.damaged.nextStep);
}
