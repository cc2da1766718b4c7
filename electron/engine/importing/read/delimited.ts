/** Reads delimited text (comma, tab, pipe or semicolon, any encoding) as a stream of rows. */
import { createReadStream } from 'node:fs';
import { decode, getDecoder } from 'iconv-lite';
import type { FileFacts } from '../inspect-file';
import type { RawRow, RawTable } from '../types';
import { DelimitedParser } from './delimited-parser';
import { detectDelimiter } from './detect-delimiter';
import { detectEncoding, type TextEncoding } from './detect-encoding';

const CHUNK_BYTES = 256 * 1024;

export async function readDelimited(facts: FileFacts): Promise<RawTable[]> {
  const encoding = detectEncoding(facts);
  const sample = decode(facts.head, encoding);
  const delimiter = detectDelimiter(sample);
  const lineBreak = sample.includes('\n') ? '\n' : '\r';
  return [
    {
      name: null,
      header: null,
      rows: () => parseFile(facts.path, encoding, new DelimitedParser(delimiter, lineBreak)),
    },
  ];
}

async function* parseFile(
  path: string,
  encoding: TextEncoding,
  parser: DelimitedParser,
): AsyncGenerator<readonly RawRow[]> {
  const decoder = getDecoder(encoding, { stripBOM: true });
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    yield parser.push(decoder.write(chunk));
  }
  yield parser.push(decoder.end() ?? '');
  yield parser.end();
}
