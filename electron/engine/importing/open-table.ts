/** Sniff, read and recognise: from a path to a table whose kind and columns are known, ready to be normalised. */

import type { ImportKind, ImportOptions } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from './file-refused';
import type { FileFacts } from './inspect-file';
import { type Typing, type TypingContext, typeColumns } from './normalise/column-typing';
import type { FileHints } from './normalise/condition';
import { weighDayOrder } from './normalise/days';
import { spanInTexts } from './normalise/period-text';
import { conditionIn } from './normalise/section';
import type { SavedProfile } from './profiles';
import { readTables } from './read/read-tables';
import { kindDefinitions } from './recognise/fields/kinds';
import { HEADER_SEARCH_ROWS } from './recognise/find-header';
import { type RecogniseOptions, type Recognition, recogniseTable } from './recognise/recognise-table';
import { reshapeTable } from './reshape/reshape-table';
import { type FileFormat, sniffFormat } from './sniff';
import type { RawRow, RawTable, RecognisedTable } from './types';

const words = engineTexts.importing.files;

/** Rows that are looked at before all are read. */
export const SAMPLE_ROWS = 2_000;

/** What is known of a file before all of its rows are read. */
export type RecognisedFile = {
  readonly facts: FileFacts;
  readonly format: FileFormat;
  readonly table: RecognisedTable;
  readonly confidence: number;
  /** The saved answers that the table was read with. */
  readonly profile: SavedProfile | null;
  readonly typing: Typing;
  readonly hints: FileHints;
  readonly sample: readonly RawRow[];
};

export type OpenTable = RecognisedFile & { readonly raw: RawTable };

export type OpenOptions = RecogniseOptions & TypingContext;

/** Throws FileRefused when the file cannot be imported, with what is wrong and what to do. */
export async function openTable(facts: FileFacts, options: OpenOptions): Promise<OpenTable> {
  const format = sniffFormat(facts);
  const tables = await readTables(format, facts);
  const { raw, sample, recognition } = await chooseTable(facts.name, tables, options);
  const { table, confidence, profile } = recognition;
  const fields = kindDefinitions[table.kind].fields;
  const valuesOf = (index: number) => sample.map(({ cells }) => cells[index] ?? '');
  let typing = typeColumns(table.columns, fields, valuesOf, options);
  if (typing.ambiguous.length > 0 && sample.length >= SAMPLE_ROWS) {
    const decisive = await findDecisiveRows(raw, typing);
    typing = typeColumns(
      table.columns,
      fields,
      (index) => [...valuesOf(index), ...decisive.map(({ cells }) => cells[index] ?? '')],
      options,
    );
  }
  return {
    facts,
    format,
    raw,
    table,
    confidence,
    profile,
    typing,
    hints: hintsOf(table.kind, facts.name, table.preamble),
    sample,
  };
}

type ChosenTable = { raw: RawTable; sample: RawRow[]; recognition: Recognition };

/** The sheet that is recognised best; when none is, the first sheet's refusal stands. */
async function chooseTable(
  fileName: string,
  tables: readonly RawTable[],
  options: OpenOptions,
): Promise<ChosenTable> {
  let best: ChosenTable | undefined;
  let refusal: FileRefused | undefined;
  for (const given of tables) {
    try {
      const taken = await takeRows(given, SAMPLE_ROWS + HEADER_SEARCH_ROWS);
      const isWhole = taken.length < SAMPLE_ROWS + HEADER_SEARCH_ROWS;
      const { raw, rows } = reshapeTable(given, taken, isWhole);
      if (rows.length === 0)
        throw new FileRefused('NO_ROWS', words.noRows.message(fileName), words.noRows.nextStep);
      const recognition = recogniseTable(fileName, raw.header, rows, options);
      const sample = afterHeader(rows, recognition.table.headerLine);
      if (sample.length === 0)
        throw new FileRefused('NO_ROWS', words.onlyNames.message(fileName), words.onlyNames.nextStep);
      const mapped = recognition.table.columns.filter(({ target }) => target !== null).length;
      const bestMapped = best?.recognition.table.columns.filter(({ target }) => target !== null).length ?? 0;
      if (mapped > bestMapped) best = { raw, sample, recognition };
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      refusal ??= error;
    }
  }
  if (best) return best;
  throw refusal ?? new FileRefused('NO_ROWS', words.noTable.message(fileName), words.noTable.nextStep);
}

/** The first rows that are not blank. */
async function takeRows(raw: RawTable, count: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const chunk of raw.rows()) {
    for (const row of chunk) {
      if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
      if (rows.length >= count) return rows;
    }
  }
  return rows;
}

export function afterHeader<Row extends RawRow>(rows: readonly Row[], headerLine: number | null): Row[] {
  return headerLine === null ? [...rows] : rows.filter(({ line }) => line > headerLine);
}

/** Looks through the whole file for rows whose dates can be read one way only. */
async function findDecisiveRows(raw: RawTable, typing: Typing): Promise<RawRow[]> {
  const dates = typing.columns.filter(({ field }) => field.type === 'day').map(({ index }) => index);
  const decisive: RawRow[] = [];
  for await (const chunk of raw.rows()) {
    for (const row of chunk) {
      const { mdy, dmy } = weighDayOrder(dates.map((index) => row.cells[index] ?? ''));
      if (mdy + dmy > 0) decisive.push(row);
    }
    if (decisive.length > 20) break;
  }
  return decisive;
}

/** A list of new or of used vehicles often says so only in its title or name. */
function hintsOf(kind: ImportKind, fileName: string, preamble: readonly string[]): FileHints {
  if (kind === 'allocation' || kind === 'market')
    return { condition: null, span: spanInTexts([...preamble, fileName]) };
  if (kind !== 'inventory' && kind !== 'sales') return { condition: null, span: null };
  return {
    condition: conditionIn(preamble.join(' ')) ?? conditionIn(fileName.replace(/[_.-]/g, ' ')),
    span: null,
  };
}

/** The options with the answers of the table's profile filled in; what the caller states itself wins. */
export function effectiveOptions({ profile }: RecognisedFile, options: ImportOptions): ImportOptions {
  if (profile === null) return options;
  return {
    ...options,
    map: { ...profile.mapping, ...options.map },
    coverage: options.coverage === 'unknown' ? profile.coverage : options.coverage,
  };
}
