/**
 * A text file's encoding: byte order mark, else zeros in every other byte (UTF-16 without a mark), else valid
 * UTF-8, else mostly valid UTF-8 with some lines that are not, else what chardet thinks, which for dealer exports means
 * Windows-1252.
 */
import { analyse } from 'chardet';
import { decode, encode, encodingExists } from 'iconv-lite';
import type { FileFacts } from '../inspect-file';

export type TextEncoding = string;

/** UTF-8, with lines of Windows-1252 among them. */
export const MIXED_ENCODING = 'utf-8 and windows-1252';

/** UTF-8 taken for Windows-1252 and written as UTF-8 again: `Ã©` for `é`. */
export const DOUBLED_ENCODING = 'utf-8 twice';

export function detectEncoding({ head, isUtf8 }: Pick<FileFacts, 'head' | 'isUtf8'>): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = zeroShares(head.subarray(0, 4096));
  if (zeros.odd > 0.4 && zeros.even < 0.1) return 'utf-16le';
  if (zeros.even > 0.4 && zeros.odd < 0.1) return 'utf-16be';
  if (isUtf8) return isDoubled(head) ? DOUBLED_ENCODING : 'utf-8';
  if (isMostlyUtf8(head)) return MIXED_ENCODING;
  return singleByteEncoding(head);
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Some lines that are text only when read twice, and none with other letters that would not survive it. */
function isDoubled(head: Buffer): boolean {
  if (!head.includes(0xc3) && !head.includes(0xc2)) return false;
  const lines = decode(head, 'utf-8')
    .split(/[\r\n]+/)
    .slice(0, -1)
    .filter((line) => BEYOND_ASCII.test(line));
  const doubled = lines.filter((line) => doubledText(line) !== null);
  return doubled.length > 0 && doubled.length === lines.length;
}

/** The text that was written twice; null when it was written once. */
export function doubledText(line: string): string | null {
  if (!BEYOND_ASCII.test(line)) return null;
  const bytes = encode(line, 'windows-1252');
  if (decode(bytes, 'windows-1252') !== line) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A mark at the start, or more letters in UTF-8's own form than bytes that cannot be: by chance two hardly ever meet so. */
function isMostlyUtf8(head: Buffer): boolean {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return true;
  let whole = 0;
  let stray = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    const isWhole = length > 0 && [...head.subarray(at + 1, at + length)].every((next) => next >> 6 === 2);
    if (isWhole) whole += 1;
    else stray += 1;
    if (isWhole) at += length - 1;
  }
  return whole > stray * 2;
}

/** ISO-8859-1 is read as Windows-1252, its superset; anything else needs a confident guess. */
function singleByteEncoding(head: Buffer): TextEncoding {
  const best = analyse(head).find((match) => !match.name.startsWith('UTF'));
  const isConfident = best !== undefined && best.confidence >= 60 && encodingExists(best.name);
  if (!isConfident || best.name.startsWith('ISO-8859-')) return 'windows-1252';
  return best.name.toLowerCase();
}

function zeroShares(sample: Buffer): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = Math.max(1, sample.length / 2);
  return { even: even / half, odd: odd / half };
}
