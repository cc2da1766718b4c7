import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding, MIXED_ENCODING } from './detect-encoding';
import { createTextDecoder } from './text-decoder';

const utf8 = Buffer.from('\uFEFFStock,Trim\r\nA1,Édition\r\nA2,Été\r\n');
const mixed = Buffer.concat([utf8, encode('A3,Économie\r\n', 'windows-1252')]);

describe('text of two encodings', () => {
  it('is told from text of one', () => {
    expect(detectEncoding({ head: mixed, isUtf8: false })).toBe(MIXED_ENCODING);
    expect(detectEncoding({ head: encode('A1,Édition,Économie', 'windows-1252'), isUtf8: false })).toBe(
      'windows-1252',
    );
  });

  it('is read line by line, wherever the pieces are cut', () => {
    for (let cut = 0; cut <= mixed.length; cut++) {
      const decoder = createTextDecoder(MIXED_ENCODING);
      const text = decoder.write(mixed.subarray(0, cut)) + decoder.write(mixed.subarray(cut)) + decoder.end();
      expect(text).toBe('Stock,Trim\r\nA1,Édition\r\nA2,Été\r\nA3,Économie\r\n');
    }
  });
});
