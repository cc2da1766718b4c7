import { addDays } from '@shared/domain/calendar-day';
import { describe, expect, it } from 'vitest';
import { openEvidence } from './open-evidence';
import type { SoldUnit } from './types';

const today = '2026-07-01';
const ago = (days: number) => addDays(today, -days);
const sale = (configuration: string, soldAgo: number, daysInStock: number | null): SoldUnit => ({
  configuration,
  soldOn: ago(soldAgo),
  grossCents: null,
  costCents: null,
  daysInStock,
});
const stay = (configuration: string, from: number, to: number | null) => ({
  configuration,
  receivedOn: ago(from),
  closedOn: to === null ? null : ago(to),
  isAvailable: to === null,
  costCents: null,
});

describe('openEvidence', () => {
  it('counts sales and days with a unit on the ground by half months, the last of them up to yesterday', () => {
    const evidence = openEvidence(['a'], [sale('a', 20, 10)], [stay('a', 5, null)], today);
    // The history is 30 days long: two half months of ages 16 to 30 and 1 to 15. The sold unit stood at ages 30 to 20
    // (11 days, sold on the last), the standing one at ages 5 to 1.
    expect(evidence).toMatchObject({ bins: 2, historyDays: 30 });
    expect(evidence?.builds.get('a')).toEqual({ sold: [1, 0], open: [11, 5], ageDays: 30 });
  });

  it('counts a day once however many units stood there, and passes over builds that were not asked for', () => {
    const evidence = openEvidence(['a'], [sale('a', 1, 29), sale('b', 1, 29)], [stay('a', 30, null)], today);
    expect(evidence?.builds.get('a')).toMatchObject({ sold: [0, 1], open: [15, 15] });
    expect(evidence?.builds.has('b')).toBe(false);
  });

  it('lets sales on arrival count for less where a store sells clearly more then than later', () => {
    // Twelve came to an empty lot and went the same day; one stood 300 days and sold.
    const ordered = Array.from({ length: 12 }, (_, nth) => sale('ordered', 20 * nth + 10, 0));
    const evidence = openEvidence(['ordered', 'stood'], [...ordered, sale('stood', 10, 300)], [], today);
    const units = evidence?.builds.get('ordered')?.sold.reduce((sum, count) => sum + count, 0) ?? 12;
    // Later days: one sale in some 300; twelve first days make 12 / 300 = 0.04 likely, and no build is far from that.
    expect(units).toBeLessThan(0.3);
    expect(units).toBeGreaterThan(0);
  });

  it('is silent where days in stock are not known', () => {
    expect(openEvidence(['a'], [sale('a', 3, null), sale('a', 40, 20)], [], today)).toBeNull();
    expect(openEvidence(['a'], [], [stay('a', 40, null)], today)).toBeNull();
  });
});
