import { describe, expect, it } from 'vitest';
import { isLeadMeasured, leadTimesOf, windowOfModel } from './plan-window';
import { smallStore } from './small-store.fixture';

const arrived = (days: readonly number[]) => days.map((one) => ({ model: 'Chevrolet|Trax', days: one }));

describe('the plan window', () => {
  it('takes the median of a model line once five orders have arrived', () => {
    const four = leadTimesOf({ ...smallStore, leadTimes: arrived([40, 45, 50, 90]) });
    expect(windowOfModel('Chevrolet|Trax', four)).toEqual({ leadDays: 60, reviewDays: 30 });
    expect(isLeadMeasured('Chevrolet|Trax', four)).toBe(false);
    const five = leadTimesOf({ ...smallStore, leadTimes: arrived([40, 45, 50, 90, 48]) });
    expect(windowOfModel('Chevrolet|Trax', five).leadDays).toBe(48);
    expect(windowOfModel('Chevrolet|Tahoe', five).leadDays).toBe(60);
  });

  it('rounds a median between two days up', () => {
    const six = leadTimesOf({ ...smallStore, leadTimes: arrived([40, 45, 50, 51, 90, 48]) });
    expect(windowOfModel('Chevrolet|Trax', six).leadDays).toBe(49);
  });

  it('reviews once in an allocation cycle', () => {
    const allocation = { cycle: '2026-W45', cycleDays: 7, groups: [] };
    expect(leadTimesOf({ ...smallStore, allocation }).reviewDays).toBe(7);
  });
});
