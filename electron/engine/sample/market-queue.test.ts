import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USED_EXTERIORS, USED_INTERIORS } from './colors';
import { MarketQueue } from './market-queue';
import { itemAt } from './random-source';
import type { Unit } from './unit';
import { USED_LINES } from './used-car-lines';

function unit(id: number): Unit {
  return {
    id,
    vinId: id,
    condition: 'used',
    spec: itemAt(itemAt(USED_LINES, 0).specs, 0),
    modelYear: 2022,
    exterior: itemAt(USED_EXTERIORS, 0),
    interior: itemAt(USED_INTERIORS, 0),
    stockNumber: `P${id}`,
    inDay: 20_000,
    appeal: 0,
    frontGrossDollars: 2_000,
    costShare: 0.86,
    certified: false,
  };
}

describe('MarketQueue', () => {
  it('hands out every unit once, in order of its time, and none early', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 1_000 }), (sellsAt, clock) => {
        const queue = new MarketQueue();
        sellsAt.forEach((time, id) => {
          queue.add(unit(id), time);
        });
        const taken: number[] = [];
        for (let next = queue.take(clock); next; next = queue.take(clock)) taken.push(sellsAt[next.id] ?? -1);
        expect(taken).toEqual(sellsAt.filter((time) => time <= clock).sort((a, b) => a - b));
      }),
    );
  });
});
