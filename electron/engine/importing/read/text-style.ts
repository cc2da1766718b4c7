/**
 * How a delimited text is written, told from its beginning: which character delimits, which one quotes, whether each line
 * stands in quotes once more, or the columns are set apart by several blanks.
 */
import { detectDelimiter } from './detect-delimiter';
import { splitLines } from './split-lines';
import { unwrapLines } from './unwrap-lines';

export type TextStyle = {
  readonly lineBreak: '\n' | '\r';
  readonly delimiter: string;
  readonly quote: '"' | "'";
  /** Each line stands in quotes once more. */
  readonly isWrapped: boolean;
  /** Columns are set apart by two blanks or more, without a fixed width. */
  readonly isSpaced: boolean;
  /** Quotes are the curled ones of a word processor. */
  readonly hasCurledQuotes: boolean;
};

const SAMPLE_LINES = 500;
const LEAST_SHARE = 0.8;
const LEAST_SPACED_COLUMNS = 4;

export function detectTextStyle(text: string): TextStyle {
  const hasCurledQuotes = areCurled(text);
  const sample = hasCurledQuotes ? straightQuotes(text) : text;
  const lineBreak = sample.includes('\n') ? '\n' : '\r';
  const unwrapped = unwrapLines(sample, lineBreak);
  const delimiter = detectDelimiter(unwrapped ?? sample);
  const quote = isInSingleQuotes(unwrapped ?? sample, delimiter) ? "'" : '"';
  return {
    lineBreak,
    delimiter,
    quote,
    isWrapped: unwrapped !== null,
    isSpaced: unwrapped === null && isSpaced(sample, delimiter),
    hasCurledQuotes,
  };
}

export function straightQuotes(text: string): string {
  return text.replace(/[“”„]/g, '"');
}

export function spacedCells(line: string): string[] {
  return line.trim().split(/\s{2,}/);
}

function linesOf(text: string): string[] {
  return splitLines(text)
    .slice(0, SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
}

/** Lines that begin and end in a single quote, with more of them beside the delimiters. */
function isInSingleQuotes(text: string, delimiter: string): boolean {
  if (!text.includes(`'${delimiter}'`)) return false;
  const lines = linesOf(text);
  const quoted = lines.filter((line) => /^\s*'.*'\s*$/.test(line) && line.includes(`'${delimiter}'`));
  return quoted.length >= 2 && quoted.length >= lines.length * LEAST_SHARE;
}

function areCurled(text: string): boolean {
  if (!text.includes('“')) return false;
  const lines = linesOf(text);
  const curled = lines.filter((line) => /^\s*[“”„].*[“”]\s*$/.test(line));
  return curled.length >= 2 && curled.length >= lines.length * LEAST_SHARE;
}

/** Nearly every line has as many groups of words as the others, and more than any delimiter makes of it. */
function isSpaced(text: string, delimiter: string): boolean {
  const lines = linesOf(text);
  const columns = lines.map((line) => spacedCells(line).length);
  const table = columns.filter((count) => count > 1);
  const [first = 0] = table;
  const alike = table.filter((count) => count === first);
  if (first < LEAST_SPACED_COLUMNS || alike.length < 2 || alike.length < columns.length * LEAST_SHARE)
    return false;
  const delimited = lines.filter((line) => line.split(delimiter).length >= first);
  return delimited.length * 2 < lines.length;
}
