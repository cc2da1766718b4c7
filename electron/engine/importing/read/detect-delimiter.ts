/**
 * Chooses the delimiter under which most lines of a sample have the same number of cells, more than one.
 * Preambles and footers have few cells whatever the delimiter, so the commonest count decides.
 */
import { DelimitedParser } from './delimited-parser';

const DELIMITERS = [',', '\t', '|', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const SAMPLE_CHARACTERS = 64 * 1024;

export function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = regularity(sample, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Lines that have the commonest cell count, weighted by that count (a tab in 40 columns beats a stray comma). */
function regularity(sample: string, delimiter: Delimiter): number {
  const rows = new DelimitedParser(delimiter, sample.includes('\n') ? '\n' : '\r').push(`${sample}\n`);
  const linesByCount = new Map<number, number>();
  for (const { cells } of rows) {
    if (cells.length > 1) linesByCount.set(cells.length, (linesByCount.get(cells.length) ?? 0) + 1);
  }
  let best = 0;
  for (const [cells, lines] of linesByCount) best = Math.max(best, lines * Math.sqrt(cells));
  return best;
}
