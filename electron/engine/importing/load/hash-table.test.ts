import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashTable } from './hash-table';
import { HASH_LANES, hashInto, hashText, readHash, rowHash } from './row-hash';

const hashOf = (text: string): Int32Array => {
  const hash = new Int32Array(HASH_LANES);
  hashInto(hash, text);
  return hash;
};

describe('HashTable', () => {
  it('numbers what it is given as a Map would', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 4_000 }), (texts) => {
        const table = new HashTable();
        const map = new Map<string, number>();
        for (const text of texts) {
          expect(table.find(hashOf(text))).toBe(map.get(text) ?? -1);
          expect(table.add(hashOf(text))).toBe(map.get(text) ?? -1);
          if (!map.has(text)) map.set(text, map.size);
        }
        expect(table.size).toBe(map.size);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps every number while it grows', () => {
    const table = new HashTable();
    for (let number = 0; number < 20_000; number++) table.add(hashOf(`deal ${number}`));
    for (let number = 0; number < 20_000; number++) expect(table.find(hashOf(`deal ${number}`))).toBe(number);
    expect(table.find(hashOf('another'))).toBe(-1);
  });
});

describe('a stored hash', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = new TextEncoder().encode(`7\t${rowHash(text)}\n`);
        const read = new Int32Array(HASH_LANES);
        expect(readHash(read, bytes, 2, bytes.length - 1)).toBe(true);
        expect(read).toEqual(hashOf(text));
        expect(hashText(read)).toBe(rowHash(text));
      }),
    );
  });

  it('of another length is none', () => {
    expect(readHash(new Int32Array(HASH_LANES), new TextEncoder().encode('abc'), 0, 3)).toBe(false);
  });
});
