/**
 * Series from CSV text with the columns `series_id,period,value` in any order (others are ignored), separated by
 * comma, semicolon or tab. A period is YYYY-MM or YYYY-Www, one grain for each series. An empty value, or a period
 * that is missing inside a series, is a gap and not 0. Series keep the order of their first line.
 */
import { AppError } from '@shared/contract/errors';
import { type Grain, grainOf, type Period, periodFromOrdinal, periodOrdinal } from '@shared/domain/period';
import type { DemandSeries } from './types';

export type SeriesCsvProblem = { line: number; column: string; value: string; message: string };

const COLUMNS = ['series_id', 'period', 'value'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Record<Column, string>;
type Observations = { grain: Grain; byOrdinal: Map<number, number | null> };

/** A longer span is a mistyped year, and would fill memory with gaps. */
const LONGEST_SPAN = 20_000;
const MOST_PROBLEMS = 20;

/**
 * Throws AppError FILE_REFUSED that names the first bad line and column; `details.problems` lists up to twenty
 * SeriesCsvProblem. Nothing is skipped silently.
 */
export function readSeriesCsv(text: string): DemandSeries[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const separator = [',', ';', '\t'].find((mark) => lines[0]?.includes(mark)) ?? ',';
  const positions = readHeader(splitLine(lines[0] ?? '', separator));
  const problems: SeriesCsvProblem[] = [];
  const found = new Map<string, Observations>();
  lines.forEach((line, index) => {
    if (index === 0 || line.trim() === '') return;
    const cells = splitLine(line, separator);
    const named = Object.fromEntries(
      COLUMNS.map((column) => [column, (cells[positions[column]] ?? '').trim()]),
    ) as Cells;
    const problem = record(named, found);
    if (problem) problems.push({ line: index + 1, ...problem });
  });
  if (problems.length > 0) throw refuse(problems);
  if (found.size === 0)
    throw refuse([{ line: 1, column: 'series_id', value: '', message: 'there are no rows' }]);
  return [...found].map(([id, observations]) => toSeries(id, observations));
}

function readHeader(names: readonly string[]): Record<Column, number> {
  const lower = names.map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !lower.includes(column));
  if (missing.length > 0) {
    const message = `the header lacks ${missing.join(' and ')}; it must have series_id, period and value`;
    throw refuse([{ line: 1, column: missing[0] ?? 'series_id', value: names.join(','), message }]);
  }
  return Object.fromEntries(COLUMNS.map((column) => [column, lower.indexOf(column)])) as Record<
    Column,
    number
  >;
}

/** Adds one row to `found`, or says what is wrong with it. */
function record(cells: Cells, found: Map<string, Observations>): Omit<SeriesCsvProblem, 'line'> | null {
  const { series_id: id, period, value } = cells;
  if (id === '') return { column: 'series_id', value: id, message: 'the series id is empty' };
  const ordinal = ordinalOf(period);
  if (ordinal === null)
    return { column: 'period', value: period, message: 'not a period YYYY-MM or YYYY-Www' };
  const number = value === '' ? null : Number(value);
  if (number !== null && !Number.isFinite(number)) return { column: 'value', value, message: 'not a number' };
  const observations = found.get(id) ?? { grain: grainOf(period), byOrdinal: new Map() };
  if (observations.grain !== grainOf(period)) {
    return { column: 'period', value: period, message: `weeks and months are mixed in series "${id}"` };
  }
  if (observations.byOrdinal.has(ordinal)) {
    return { column: 'period', value: period, message: `this period stands twice in series "${id}"` };
  }
  const any = observations.byOrdinal.keys().next();
  if (!any.done && Math.abs(any.value - ordinal) > LONGEST_SPAN) {
    return {
      column: 'period',
      value: period,
      message: `series "${id}" would span more than ${LONGEST_SPAN} periods`,
    };
  }
  observations.byOrdinal.set(ordinal, number);
  found.set(id, observations);
  return null;
}

function ordinalOf(period: Period): number | null {
  try {
    return periodOrdinal(period);
  } catch {
    return null;
  }
}

function toSeries(id: string, { grain, byOrdinal }: Observations): DemandSeries {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const ordinal of byOrdinal.keys()) {
    first = Math.min(first, ordinal);
    last = Math.max(last, ordinal);
  }
  const values = Array.from({ length: last - first + 1 }, (_, step) => byOrdinal.get(first + step) ?? null);
  return { id, grain, start: periodFromOrdinal(first, grain), values };
}

/** Cells of one line; a cell in double quotes may hold the separator, and "" for a quote. */
function splitLine(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let index = 0; index < line.length; index++) {
    const character = line[index];
    if (character === '"' && isQuoted && line[index + 1] === '"') {
      cell += '"';
      index++;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

function refuse(problems: readonly SeriesCsvProblem[]): AppError {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new AppError(
    'FILE_REFUSED',
    `line ${first?.line}, column ${first?.column}: ${first?.message}${first?.value ? `: "${first.value}"` : ''}${more}`,
    { details: { problems: problems.slice(0, MOST_PROBLEMS) }, nextStep: 'Correct the file and try again.' },
  );
}
