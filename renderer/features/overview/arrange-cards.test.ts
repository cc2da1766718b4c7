import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCard, moveCard, moveCardTo, removeCard, resizeCard, usableCards } from './arrange-cards';

const cards = ['a', 'b', 'c', 'd'].map((id) => ({ id, columns: 3, rows: 1 }));
const order = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

describe('arranging cards', () => {
  it('moves by steps, and to the place of another', () => {
    expect(order(moveCard(cards, 'b', 1))).toBe('acbd');
    expect(order(moveCard(cards, 'a', -1))).toBe('abcd');
    expect(order(moveCardTo(cards, 'a', 'c'))).toBe('bcad');
    expect(order(moveCardTo(cards, 'd', 'b'))).toBe('adbc');
    expect(order(moveCardTo(cards, 'a', 'unknown'))).toBe('abcd');
  });

  it('never loses or doubles a card by moving', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -9, max: 9 }), (id, step) => {
        expect(
          order(moveCard(cards, id, step))
            .split('')
            .sort()
            .join(''),
        ).toBe('abcd');
      }),
    );
  });

  it('keeps a size on the grid', () => {
    expect(resizeCard(cards, 'a', 40, 0)[0]).toEqual({ id: 'a', columns: 12, rows: 1 });
    expect(resizeCard(cards, 'a', 0, 99)[0]).toEqual({ id: 'a', columns: 2, rows: 6 });
  });

  it('removes, adds once, and leaves out what it does not know', () => {
    expect(order(removeCard(cards, 'c'))).toBe('abd');
    expect(order(addCard(cards, { id: 'a', columns: 3, rows: 1 }))).toBe('abcd');
    expect(order(usableCards([...cards, ...cards], new Set(['a', 'd'])))).toBe('ad');
  });
});
