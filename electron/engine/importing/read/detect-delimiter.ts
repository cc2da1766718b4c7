/**
 * Chooses the delimiter under which most lines of a sample have the same number of cells, more than one.
 * Preambles and footers have few cells whatever the delimiter, so the commonest count decides. Where none of the usual
 * ones divides half of the lines, any other sign that divides nearly all of them alike is taken: a caret, a tilde.
 */
import { DelimitedParser } from './delimited-parser';

const USUAL = [',', '\t', '|', ';'] as const;
/** What stands between words, in dates, amounts and identifiers. */
const NO_DELIMITER = /[\p{L}\p{N}\s"'“”„.\-_/\\()$€£&+#*=<>:]/u;

const SAMPLE_CHARACTERS = 64 * 1024;
const LEAST_USUAL_SHARE = 0.5;
const LEAST_OTHER_SHARE = 0.8;
const LEAST_OTHER_CELLS = 4;

export function detectDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: Regularity & { delimiter: string } = { delimiter: ',', score: 0, share: 0, cells: 0 };
  for (const delimiter of USUAL) {
    const found = regularity(sample, delimiter);
    if (found.score > best.score) best = { delimiter, ...found };
  }
  if (best.share >= LEAST_USUAL_SHARE) return best.delimiter;
  const signs = new Set([...sample.slice(0, 4096)].filter((sign) => !NO_DELIMITER.test(sign)));
  for (const delimiter of signs) {
    const found = regularity(sample, delimiter);
    if (found.share >= LEAST_OTHER_SHARE && found.cells >= LEAST_OTHER_CELLS && found.score > best.score)
      best = { delimiter, ...found };
  }
  return best.delimiter;
}

type Regularity = { readonly score: number; readonly share: number; readonly cells: number };

/** Lines that have the commonest cell count, weighted by that count (a tab in 40 columns beats a stray comma). */
function regularity(sample: string, delimiter: string): Regularity {
  const rows = new DelimitedParser(delimiter, sample.includes('\n') ? '\n' : '\r').push(`${sample}\n`);
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).length;
  const linesByCount = new Map<number, number>();
  for (const { cells } of rows) {
    if (cells.length > 1) linesByCount.set(cells.length, (linesByCount.get(cells.length) ?? 0) + 1);
  }
  let best: Regularity = { score: 0, share: 0, cells: 0 };
  for (const [cells, lines] of linesByCount) {
    const score = lines * Math.sqrt(cells);
    if (score > best.score) best = { score, share: lines / Math.max(1, filled), cells };
  }
  return best;
}
