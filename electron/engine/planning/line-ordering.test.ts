import type { OrderingProfile } from '@shared/contract/ordering-profile';
import { EMPTY_BUILD } from '@shared/domain/build';
import { describe, expect, it } from 'vitest';
import { lineOrderings } from './line-ordering';
import { orderingProfileOf } from './ordering-profile';

const line = (make: string, quantity: number, expectedValueCents: number) => ({
  build: { ...EMPTY_BUILD, make, model: 'X' },
  quantity,
  expectedValueCents,
});
const dates = (make: string) => ({
  make,
  orderOn: '2026-11-03',
  nextOrderOn: '2026-12-03',
  isScheduled: true,
});
const profiles = (makes: string[], own: OrderingProfile[] = []) =>
  makes.map((make) => orderingProfileOf(make, own));

describe('lineOrderings', () => {
  it('spreads a range of codes from the unit worth most to the one worth least', () => {
    const lines = [line('Ford', 3, 900), line('Ford', 1, 500), line('Ford', 0, 0), line('Ford', 1, 100)];
    // Worth 300, 500 and 100 a unit: 20, then halfway to 80, then 80; what is not ordered has no code.
    expect(lineOrderings(lines, profiles(['Ford']), [dates('Ford')]).map((one) => one?.priority)).toEqual([
      '50',
      '20',
      null,
      '80',
    ]);
  });

  it('gives every line the one code of a make, with its day, and none where none is known', () => {
    const lines = [line('Chevrolet', 2, 900), line('Toyota', 1, 900), line('Kia', 1, 900)];
    const found = lineOrderings(lines, profiles(['Chevrolet', 'Toyota']), [
      dates('Chevrolet'),
      dates('Toyota'),
    ]);
    expect(found).toEqual([
      { priority: '99', orderOn: '2026-11-03' },
      { priority: null, orderOn: '2026-11-03' },
      null,
    ]);
  });

  it('goes by the dealer’s own profile, whatever the case of its make', () => {
    const own = { ...orderingProfileOf('Kia', []), make: 'KIA', stockPriority: { first: 5, last: 5 } };
    const asOwn = profiles(['Kia'], [own]).map((profile) => ({ ...profile, make: 'Kia' }));
    expect(lineOrderings([line('Kia', 1, 1)], asOwn, [dates('Kia')])[0]?.priority).toBe('05');
  });
});
