/** Lines of delimited text that a spreadsheet or page took for one cell each: a CSV pasted into the first column. */
import { DelimitedParser } from '../read/delimited-parser';
import { detectDelimiter } from '../read/detect-delimiter';
import type { RawRow } from '../types';
import type { RowShaper } from './reshape-table';

const LEAST_ROWS = 2;
const LEAST_CELLS = 3;
const LEAST_SHARE = 0.6;

export function findFoldedCells(rows: readonly RawRow[]): RowShaper | undefined {
  const lines = rows.map(onlyCell);
  if (rows.length < LEAST_ROWS || lines.some((line) => line === null)) return undefined;
  const delimiter = detectDelimiter(lines.join('\n'));
  const widths = new Map<number, number>();
  const unfold = (line: string) =>
    new DelimitedParser(delimiter).push(`${line.replace(/[\r\n]+/g, ' ')}\n`)[0]?.cells ?? [];
  for (const line of lines) {
    const width = unfold(line ?? '').length;
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const [commonest] = [...widths].sort(([, one], [, other]) => other - one);
  if (!commonest || commonest[0] < LEAST_CELLS || commonest[1] < rows.length * LEAST_SHARE) return undefined;
  return (row) => {
    const line = onlyCell(row);
    return [line === null ? row : { line: row.line, cells: unfold(line) }];
  };
}

/** Null when more than one cell is filled. */
function onlyCell({ cells }: RawRow): string | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length <= 1 ? (filled[0] ?? '') : null;
}
