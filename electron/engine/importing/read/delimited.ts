/** Reads delimited text (comma, tab, pipe, semicolon or another sign; any encoding) as a stream of rows. */
import { createReadStream } from 'node:fs';
import type { FileFacts } from '../inspect-file';
import type { RawRow, RawTable } from '../types';
import { DelimitedParser } from './delimited-parser';
import { detectEncoding, type TextEncoding } from './detect-encoding';
import { createTextDecoder, decodeText } from './text-decoder';
import { detectTextStyle, spacedCells, straightQuotes, type TextStyle } from './text-style';

const CHUNK_BYTES = 256 * 1024;

export async function readDelimited(facts: FileFacts): Promise<RawTable[]> {
  const encoding = detectEncoding(facts);
  const sample = decodeText(facts.head, encoding);
  const style = detectTextStyle(sample);
  return [{ name: null, header: null, rows: () => parseFile(facts.path, encoding, style) }];
}

/** What no text holds, so that each line is one cell. */
const NO_DELIMITER = '\u0000';

async function* parseFile(
  path: string,
  encoding: TextEncoding,
  style: TextStyle,
): AsyncGenerator<readonly RawRow[]> {
  const decoder = createTextDecoder(encoding);
  const { lineBreak, isWrapped, isSpaced, hasCurledQuotes } = style;
  const parser = new DelimitedParser(isSpaced ? NO_DELIMITER : style.delimiter, lineBreak, style.quote);
  let hasFormulas = false;
  const read = (text: string, rows: RawRow[]) => {
    hasFormulas ||= text.includes('="');
    const inner = isWrapped
      ? rows.map((row) => unwrapRow(row, style))
      : isSpaced
        ? rows.map(spacedRow)
        : rows;
    return hasFormulas ? inner.map(withoutFormulas) : inner;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    const decoded = decoder.write(chunk);
    const text = hasCurledQuotes ? straightQuotes(decoded) : decoded;
    yield read(text, parser.push(text));
  }
  const rest = hasCurledQuotes ? straightQuotes(decoder.end()) : decoder.end();
  yield read(rest, parser.push(rest));
  yield read('', parser.end());
}

function spacedRow({ line, cells }: RawRow): RawRow {
  return { line, cells: spacedCells(cells[0] ?? '') };
}

function unwrapRow(row: RawRow, { delimiter, lineBreak }: TextStyle): RawRow {
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
