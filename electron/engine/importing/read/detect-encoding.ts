/**
 * A text file's encoding: byte order mark, else zeros in every other byte (UTF-16 without a mark), else valid
 * UTF-8, else what chardet thinks, which for dealer exports means Windows-1252.
 */
import { analyse } from 'chardet';
import { encodingExists } from 'iconv-lite';
import type { FileFacts } from '../inspect-file';

export type TextEncoding = string;

export function detectEncoding({ head, isUtf8 }: Pick<FileFacts, 'head' | 'isUtf8'>): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = zeroShares(head.subarray(0, 4096));
  if (zeros.odd > 0.4 && zeros.even < 0.1) return 'utf-16le';
  if (zeros.even > 0.4 && zeros.odd < 0.1) return 'utf-16be';
  if (isUtf8) return 'utf-8';
  return singleByteEncoding(head);
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
