import { describe, expect, it } from 'vitest';
import { buildPreferences } from './build-preferences';

const of = (value: string, here: number, everywhere: number) => ({
  attribute: 'drivetrain',
  value,
  here,
  everywhere,
});

describe('buildPreferences', () => {
  it('sets the share here beside the share everywhere', () => {
    const [first] = buildPreferences([of('AWD', 30, 100), of('FWD', 10, 100)]);
    // 30 of 40 here, 100 of 200 everywhere: half as often again.
    expect(first).toMatchObject({ value: 'AWD', share: 0.75, shareEverywhere: 0.5, index: 1.5 });
  });

  it('calls a difference clear only beyond two standard errors', () => {
    // 40 buyers at one half: 20 expected, standard error sqrt(40 x 1/4) = 3.16. 27 is 2.2 of them away, 26 is 1.9.
    const isClear = (here: number) =>
      buildPreferences([of('AWD', here, 100), of('FWD', 40 - here, 100)])[0]?.isClear;
    expect(isClear(27)).toBe(true);
    expect(isClear(26)).toBe(false);
  });

  it('says nothing of values too rare to expect, but shows one that is missing where many were expected', () => {
    const rows = buildPreferences([of('AWD', 40, 100), of('FWD', 0, 100), of('RWD', 0, 2)]);
    // FWD: 100 of 202 of 40 buyers, 19.8 expected and none came. RWD: 0.4 expected.
    expect(rows.map(({ value, isClear }) => [value, isClear])).toEqual([
      ['AWD', true],
      ['FWD', true],
    ]);
    expect(buildPreferences([of('AWD', 0, 100)])).toEqual([]);
  });
});
