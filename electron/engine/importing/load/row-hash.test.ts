import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HASH_LANES, HashedText, hashText, rowHash } from './row-hash';

describe('rowHash', () => {
  it('has one length, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => rowHash(text).length === 28));
  });

  it('tells texts apart that differ in one character, or in the place of one', () => {
    const texts = new Set<string>();
    for (let cents = 0; cents < 100_000; cents++) texts.add(`Honda\tAccord\t${cents}\t${cents * 7}`);
    texts.add('a\tb').add('b\ta').add('').add('\t').add('é').add('è');
    expect(new Set([...texts].map(rowHash)).size).toBe(texts.size);
  });

  it('stays what it was: stored hashes are compared with it', () => {
    expect(rowHash('Honda\tAccord\t2200000')).toBe('01ob7x51wnnz7r0280low0omnc60');
  });
});

describe('HashedText', () => {
  it('hashes pieces as the text that they make, after a text that was hashed before', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.constantFrom(0, -0, 999_999_999, 1e9, 1e21),
    );
    fc.assert(
      fc.property(fc.string(), fc.array(piece), (before, pieces) => {
        const text = new HashedText();
        const hash = new Int32Array(HASH_LANES);
        text.add(before);
        text.hashInto(hash);
        text.clear();
        for (const one of pieces) {
          if (typeof one === 'number') text.addNumber(one);
          else text.add(one);
        }
        text.hashInto(hash, hash);
        expect(hashText(hash)).toBe(rowHash(before + pieces.map(String).join('')));
      }),
    );
  });
});
