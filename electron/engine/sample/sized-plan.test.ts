import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWritten } from './sized-plan';

describe('isWritten', () => {
  it('picks exactly the wanted number, spread evenly', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(sizes, ([wanted, surplus]) => {
        const deals = wanted + surplus;
        const written = Array.from({ length: deals }, (_, index) => isWritten(index, deals, wanted));
        expect(written.filter(Boolean)).toHaveLength(wanted);
        const half = written.slice(0, Math.floor(deals / 2)).filter(Boolean).length;
        expect(Math.abs(half - (wanted * Math.floor(deals / 2)) / deals)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
