/**
 * Reads workbooks as a stream, straight from the container: a sheet's rows arrive while it is inflated, so memory
 * holds the shared strings only and other calls get their turn. Libraries were tried and left: exceljs' streaming
 * reader never returns from a damaged sheet, SheetJS holds and parses a whole workbook in one go.
 */
import { open } from 'node:fs/promises';
import { FileRefused } from '../../file-refused';
import type { FileFacts } from '../../inspect-file';
import type { RawRow, RawTable } from '../../types';
import { readZipDirectory } from '../zip/zip-directory';
import { readZipEntryText } from '../zip/zip-entry';
import { parseSheetRow } from './sheet-rows';
import { readWorkbook, type Sheet, type Workbook } from './workbook-parts';
import { ElementCutter } from './xml-text';

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
      throw new FileRefused(
        'TOO_LARGE',
        `${facts.name} unpacks to more than DOSO reads of a workbook.`,
        'Export the report as CSV.',
      );
    }
    if (!entries.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml')) {
      throw new FileRefused(
        'COMPRESSED_FILE',
        `${facts.name} is an archive, not an Excel workbook.`,
        'Unpack it and import the files inside.',
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
  return new FileRefused(
    'TRUNCATED_FILE',
    `${name} is cut off: its end, where a workbook keeps its table of contents, is missing.`,
    'Copy or export the file again; the download or copy was not complete.',
  );
}

function damaged({ name }: FileFacts): FileRefused {
  return new FileRefused(
    'DAMAGED_FILE',
    `${name} is a damaged workbook: it could not be read to the end.`,
    'Open it in Excel, save it again, and import that file.',
  );
}
