/**
 * Bytes as text, piece by piece. Files put together from several systems mix encodings: where most of a file is UTF-8, a
 * line that is not is read as Windows-1252, and the others stay what they are.
 */
import { decode, getDecoder } from 'iconv-lite';
import { DOUBLED_ENCODING, doubledText, MIXED_ENCODING, type TextEncoding } from './detect-encoding';

export type TextDecoding = { write: (chunk: Buffer) => string; end: () => string };

export function createTextDecoder(encoding: TextEncoding): TextDecoding {
  if (encoding === MIXED_ENCODING) return new LineDecoder(decodeLines);
  if (encoding === DOUBLED_ENCODING) return new LineDecoder(decodeTwice);
  const decoder = getDecoder(encoding, { stripBOM: true });
  if (encoding.startsWith('utf-16'))
    return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? '' };
  return {
    write: (chunk) => withoutPadding(decoder.write(chunk)),
    end: () => withoutPadding(decoder.end() ?? ''),
  };
}

/** Old systems fill their columns up with zeros. */
function withoutPadding(text: string): string {
  return text.includes(PADDING) ? text.replaceAll(PADDING, '') : text;
}

export function decodeText(bytes: Buffer, encoding: TextEncoding): string {
  const decoder = createTextDecoder(encoding);
  return decoder.write(bytes) + decoder.end();
}

const NEWLINE = 10;
const RETURN = 13;
const MARK = '\uFEFF';
const PADDING = '\u0000';

class LineDecoder implements TextDecoding {
  private rest: Buffer = Buffer.alloc(0);
  private isStart = true;

  constructor(private readonly decodeLines: (bytes: Buffer) => string) {}

  write(chunk: Buffer): string {
    const bytes = Buffer.concat([this.rest, chunk]);
    const end = Math.max(bytes.lastIndexOf(NEWLINE), bytes.lastIndexOf(RETURN)) + 1;
    this.rest = bytes.subarray(end);
    return this.withoutMark(this.decodeLines(bytes.subarray(0, end)));
  }

  end(): string {
    const { rest } = this;
    this.rest = Buffer.alloc(0);
    return this.withoutMark(this.decodeLines(rest));
  }

  private withoutMark(text: string): string {
    if (text === '' || !this.isStart) return withoutPadding(text);
    this.isStart = false;
    return withoutPadding(text.startsWith(MARK) ? text.slice(1) : text);
  }
}

function decodeLines(bytes: Buffer): string {
  const whole = asUtf8(bytes);
  if (whole !== null) return whole;
  let text = '';
  for (let start = 0; start < bytes.length; ) {
    let end = start;
    while (end < bytes.length && bytes[end] !== NEWLINE && bytes[end] !== RETURN) end += 1;
    const line = bytes.subarray(start, end + 1);
    text += asUtf8(line) ?? decode(line, 'windows-1252');
    start = end + 1;
  }
  return text;
}

/** UTF-8 that a program took for Windows-1252 and wrote as UTF-8 once more; a line that is not is left. */
function decodeTwice(bytes: Buffer): string {
  return decode(bytes, 'utf-8').replace(/[^\r\n]+/g, (line) => doubledText(line) ?? line);
}

function asUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
