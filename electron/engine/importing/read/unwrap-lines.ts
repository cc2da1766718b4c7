/**
 * Text whose every line was quoted once more, as a spreadsheet does that took each line for one cell: `"Stock,""A, B"""`.
 * Told by lines that are one quoted cell each, and hold a delimiter inside.
 */
import { DelimitedParser } from './delimited-parser';

const SAMPLE_LINES = 200;
const LEAST_SHARE = 0.9;
const DELIMITER = /[,;\t|]/;

/** The sample as it was before; null when its lines stand for themselves. */
export function unwrapLines(sample: string, lineBreak: '\n' | '\r'): string | null {
  if (!sample.includes('"')) return null;
  const counts = ([',', ';', '\t', '|'] as const).map((delimiter) =>
    new DelimitedParser(delimiter, lineBreak).push(`${sample}${lineBreak}`).slice(0, SAMPLE_LINES),
  );
  const [lines = []] = counts;
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const wrapped = filled.filter(({ line }) => {
    const rows = counts.map((rowsOf) => rowsOf.find((row) => row.line === line)?.cells ?? []);
    return rows.every((cells) => cells.length === 1) && DELIMITER.test(rows[0]?.[0] ?? '');
  });
  const isWrapped = wrapped.length >= 2 && wrapped.length >= filled.length * LEAST_SHARE;
  return isWrapped ? wrapped.map(({ cells }) => cells[0] ?? '').join(lineBreak) : null;
}
