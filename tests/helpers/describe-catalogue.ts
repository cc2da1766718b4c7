/** What every text of a catalogue must be, in whatever language; each text is called with sample values. */
import { describe, expect, it } from 'vitest';

type Leaf = { at: string; text: unknown };

const WORD = 'Silverado';
const LIST = [WORD, WORD];
const UNWRITTEN = /undefined|\bnull\b|NaN|\[object/;

/** Stands for whatever a sentence is made of: a word, a number, a list of them, or values by their names. */
const anything: unknown = new Proxy(
  {},
  {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 2 : WORD);
      const method = Reflect.get(key in LIST ? LIST : Object(WORD), key) as unknown;
      return typeof method === 'function' ? method.bind(key in LIST ? LIST : WORD) : (method ?? anything);
    },
  },
);

export function describeCatalogue(name: string, catalogue: unknown, atLeast: number): void {
  describe(`every text of ${name}`, () => {
    const leaves = leavesOf(catalogue, name);

    it('is found', () => {
      expect(leaves.length).toBeGreaterThan(atLeast);
    });

    it('says something, whatever it is made of', () => {
      expect(leaves.filter(isUnwritten)).toEqual([]);
    });

    it('stands alone: nothing is glued to it that another language may put elsewhere', () => {
      expect(leaves.filter(({ text }) => typeof text === 'string' && /^\s|\s$/.test(text))).toEqual([]);
    });
  });
}

/** A text without values may name the `null` of a file. */
function isUnwritten({ at, text }: Leaf): boolean {
  return typeof text !== 'string' || (at.includes('()') && UNWRITTEN.test(text));
}

/** Of a function its answer; of a list, whose parts stand around marked values, the whole. */
function leavesOf(value: unknown, at: string): Leaf[] {
  if (typeof value === 'function') {
    const values = Array.from({ length: value.length }, () => anything);
    return leavesOf(value(...values), `${at}()`);
  }
  if (Array.isArray(value)) return [{ at, text: value.join('') }];
  if (typeof value !== 'object' || value === null) return [{ at, text: value }];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${at}.${name}`));
}
