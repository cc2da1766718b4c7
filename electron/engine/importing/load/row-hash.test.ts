import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowHash } from './row-hash';

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
});
