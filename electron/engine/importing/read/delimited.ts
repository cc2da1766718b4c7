/** Reads delimited text (comma, tab, pipe or semicolon, any encoding) as a stream of rows. */
import { createReadStream } from 'node:fs';
import type { FileFacts } from '../inspect-file';
import type { RawRow, RawTable } from '../types';
import { DelimitedParser } from './delimited-parser';
import { type Delimiter, detectDelimiter } from './detect-delimiter';
import { detectEncoding, type TextEncoding } from './detect-encoding';
import { createTextDecoder, decodeText } from './text-decoder';
import { unwrapLines } from './unwrap-lines';

const CHUNK_BYTES = 256 * 1024;

export async function readDelimited(facts: FileFacts): Promise<RawTable[]> {
  const encoding = detectEncoding(facts);
  const sample = decodeText(facts.head, encoding);
  const lineBreak = sample.includes('\n') ? '\n' : '\r';
  const unwrapped = unwrapLines(sample, lineBreak);
  const delimiter = detectDelimiter(unwrapped ?? sample);
  const layout = { delimiter, lineBreak, isWrapped: unwrapped !== null } as const;
  return [{ name: null, header: null, rows: () => parseFile(facts.path, encoding, layout) }];
}

type Layout = {
  readonly delimiter: Delimiter;
  readonly lineBreak: '\n' | '\r';
  /** Each line stands in quotes once more. */
  readonly isWrapped: boolean;
};

async function* parseFile(
  path: string,
  encoding: TextEncoding,
  { delimiter, lineBreak, isWrapped }: Layout,
): AsyncGenerator<readonly RawRow[]> {
  const decoder = createTextDecoder(encoding);
  const parser = new DelimitedParser(delimiter, lineBreak);
  let hasFormulas = false;
  const read = (text: string, rows: RawRow[]) => {
    hasFormulas ||= text.includes('="');
    const inner = isWrapped ? rows.map((row) => unwrapRow(row, delimiter, lineBreak)) : rows;
    return hasFormulas ? inner.map(withoutFormulas) : inner;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk);
    yield read(text, parser.push(text));
  }
  const rest = decoder.end();
  yield read(rest, parser.push(rest));
  yield read('', parser.end());
}

function unwrapRow(row: RawRow, delimiter: Delimiter, lineBreak: '\n' | '\r'): RawRow {
  const [only] = row.cells;
  if (only === undefined || row.cells.length > 1) return row;
  const [inner] = new DelimitedParser(delimiter, lineBreak).push(`${only}${lineBreak}`);
  return inner ? { line: row.line, cells: inner.cells } : row;
}

/** `="00123"`: how systems keep a spreadsheet from making a number of an identifier. */
function isFormulaText(cell: string): boolean {
  return cell.startsWith('="') && cell.endsWith('"') && cell.length > 2;
}

function withoutFormulas({ line, cells }: RawRow): RawRow {
  return { line, cells: cells.map((cell) => (isFormulaText(cell) ? cell.slice(2, -1) : cell)) };
}
