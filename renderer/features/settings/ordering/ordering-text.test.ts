import type { OrderingProfile } from '@shared/contract/ordering-profile';
import { describe, expect, it } from 'vitest';
import { readOrdering, toOrderingText } from './ordering-text';

const ford: OrderingProfile = {
  make: 'Ford',
  free: ['body', 'color'],
  stockPriority: { first: 20, last: 80 },
  soldPriority: { first: 19, last: 19 },
  cycle: { firstOn: '2026-11-02', everyDays: null, openDays: 7 },
};

describe('an ordering profile as text', () => {
  it('comes back as it went', () => {
    const text = toOrderingText(ford);
    expect(text).toEqual({
      stockPriority: '20-80',
      soldPriority: '19',
      firstOn: '2026-11-02',
      everyDays: '',
      openDays: '7',
    });
    expect(readOrdering('Ford', text, ford.free)).toEqual({ profile: ford, errors: null });
  });

  it('takes empty fields as none, and a range in words', () => {
    const text = { ...toOrderingText(ford), stockPriority: '20 to 80', soldPriority: '', firstOn: '' };
    expect(readOrdering('Ford', text, []).profile).toMatchObject({
      stockPriority: { first: 20, last: 80 },
      soldPriority: null,
      cycle: { firstOn: null },
    });
  });

  it('says what is wrong at the field that is wrong', () => {
    const wrong = {
      stockPriority: '20-',
      soldPriority: 'x',
      firstOn: '3 November',
      everyDays: '0',
      openDays: '',
    };
    const { errors } = readOrdering('Ford', wrong, []);
    expect(Object.keys(errors ?? {}).sort()).toEqual(Object.keys(wrong).sort());
  });
});
