import { EMPTY_BUILD } from '@shared/domain/build';
import { describe, expect, it } from 'vitest';
import { colorMix } from './color-mix';

const trax = { ...EMPTY_BUILD, make: 'Chevrolet', model: 'Trax' };
const count = (color: string, sold: number, supply: number) => ({
  model: 'Chevrolet|Trax',
  color,
  sold,
  supply,
});

describe('colorMix', () => {
  it('gives the next unit to the colour that sells most for what is there', () => {
    // White 12 / 0.5 = 24, then 12 / 1.5 = 8; black 6 / 2.5 = 2.4; red 3 / 0.5 = 6. White, white (8 > 6), red (6 > 4.8).
    const counts = [count('White', 12, 0), count('Black', 6, 2), count('Red', 3, 0)];
    expect(colorMix([{ build: trax, quantity: 3 }], counts)).toEqual([
      [
        { color: 'White', units: 2 },
        { color: 'Red', units: 1 },
      ],
    ]);
  });

  it('draws on one count for all lines of a model', () => {
    const counts = [count('White', 4, 0), count('Black', 4, 0)];
    const lines = [
      { build: trax, quantity: 1 },
      { build: { ...trax, trim: 'RS' }, quantity: 1 },
    ];
    // Alike, so by name; then the other.
    expect(colorMix(lines, counts).map(([first]) => first?.color)).toEqual(['Black', 'White']);
  });

  it('names no colour where none sold', () => {
    expect(colorMix([{ build: trax, quantity: 2 }], [count('White', 0, 3)])).toEqual([[]]);
  });
});
