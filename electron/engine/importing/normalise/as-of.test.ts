import { describe, expect, it } from 'vitest';
import type { InventoryRow } from '../types';
import { type AsOfClues, AsOfEvidence, dateInText, decideAsOf } from './as-of';

const FORMAT = { order: 'mdy', latestYear: 2036, timeZone: 'America/New_York' } as const;
const TODAY = '2026-11-23';
const NO_CLUES: AsOfClues = {
  option: undefined,
  preamble: [],
  fileName: 'inventory.csv',
  modifiedOn: '2026-11-20',
  today: TODAY,
  dayFormat: FORMAT,
};

function unit(receivedOn: string | null, ageDays: number | null): InventoryRow {
  return { receivedOn, ageDays } as InventoryRow;
}

describe('dateInText', () => {
  it.each([
    ['Run date: 10/15/2025', '2025-10-15'],
    ['inventory-2025-10-15.csv', '2025-10-15'],
    ['10_15_2025, 12_19_40 PM.csv', '2025-10-15'],
    ['stock 20251015.txt', '2025-10-15'],
    ['From 10/01/2025 to 10/15/2025', '2025-10-15'],
  ])('finds the day of %s', (text, day) => {
    expect(dateInText(text, FORMAT, TODAY)).toBe(day);
  });

  it('ignores numbers that are no days, and days to come', () => {
    expect(dateInText('report 4711 for 12/24/2026', FORMAT, TODAY)).toBeNull();
  });
});

describe('decideAsOf', () => {
  it('prefers the option, then the preamble, then the file name', () => {
    const evidence = new AsOfEvidence(TODAY);
    const named = { ...NO_CLUES, fileName: 'inv 2026-10-01.csv', preamble: ['As of 10/02/2026'] };
    expect(decideAsOf({ ...named, option: '2026-10-03' }, evidence.result())).toEqual({
      day: '2026-10-03',
      source: 'option',
    });
    expect(decideAsOf(named, evidence.result())).toEqual({ day: '2026-10-02', source: 'preamble' });
    expect(decideAsOf({ ...named, preamble: [] }, evidence.result())).toEqual({
      day: '2026-10-01',
      source: 'file name',
    });
  });

  it('takes the day that in-dates and ages agree on', () => {
    const evidence = new AsOfEvidence(TODAY);
    // 2026-10-01 + 30 = 2026-10-31, 2026-09-01 + 60 = 2026-10-31; the third unit has a wrong age.
    for (const row of [
      unit('2026-10-01', 30),
      unit('2026-09-01', 60),
      unit('2026-10-11', 20),
      unit('2026-10-11', 3),
      unit(null, 5),
    ])
      evidence.add(row);
    expect(decideAsOf(NO_CLUES, evidence.result())).toEqual({ day: '2026-10-31', source: 'ages' });
  });

  it('does not trust ages that disagree', () => {
    const evidence = new AsOfEvidence(TODAY);
    for (const row of [unit('2026-10-01', 30), unit('2026-09-01', 10), unit('2026-10-11', 3)])
      evidence.add(row);
    expect(decideAsOf(NO_CLUES, evidence.result())).toEqual({ day: '2026-11-20', source: 'modified time' });
  });
});
