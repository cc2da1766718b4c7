import type { StoreSettings } from '@shared/contract/stores';
import { describe, expect, it } from 'vitest';
import { readText, toText } from './settings-fields';

const settings: StoreSettings = {
  zip: '02139',
  floorPlanAnnualRate: 0.0725,
  daysInYear: 360,
  floorPlanFreeDays: 30,
  otherHoldingCostPerDayCents: 850,
  packNewCents: 50_000,
  packUsedCents: 0,
  ageBucketsNew: [30, 60, 90],
  ageBucketsUsed: [15, 30],
  targetDaysSupplyNew: 60,
  targetDaysSupplyUsed: 45,
  targetUnitsNew: 80,
  targetUnitsUsed: null,
  agedDaysNew: 90,
  agedDaysUsed: 60,
  daysSupplyWindowDays: 45,
  orderBudgetCents: 350_000_000,
  lotPlaces: null,
  closedWeekdays: [0],
  closedDays: ['2026-12-25'],
  orderToDeliveryDays: 60,
  reviewPeriodDays: 30,
  lostSaleCostCents: 0,
  substitutionShare: 0.2,
  curtailmentsNew: [{ afterDays: 180, share: 0.1 }],
  curtailmentsUsed: [],
  tradeTakenShare: 0.5,
  tradeCostCents: 40_000,
  isExploring: false,
  orderingProfiles: [],
  treatDeparturesAsSales: true,
};
const text = toText(settings);

describe('the settings as text', () => {
  it('uses the units that people read', () => {
    expect([
      text.floorPlanAnnualRate,
      text.otherHoldingCostPerDayCents,
      text.orderBudgetCents,
      text.lotPlaces,
    ]).toEqual(['7.25', '8.5', '3,500,000', '']);
  });

  it('comes back as it went', () => {
    const { isExploring: _, orderingProfiles: __, treatDeparturesAsSales: ___, ...inTheForm } = settings;
    expect(readText(text)).toEqual({ settings: inTheForm, errors: null });
  });

  it('takes money as it is written', () => {
    expect(readText({ ...text, orderBudgetCents: '$3,500,000.50' }).settings?.orderBudgetCents).toBe(
      350_000_050,
    );
  });

  it('says what is wrong at the field that is wrong', () => {
    const { errors } = readText({
      ...text,
      floorPlanFreeDays: '',
      targetDaysSupplyNew: '0',
      closedDays: '25.12.',
      floorPlanAnnualRate: '140',
    });
    expect(errors).toEqual({
      floorPlanFreeDays: 'A number',
      targetDaysSupplyNew: 'At least 1',
      closedDays: 'Write days as YYYY-MM-DD',
      floorPlanAnnualRate: 'At most 100',
    });
  });

  it('reads curtailments as day and percent', () => {
    expect(text.curtailmentsNew).toBe('180: 10');
    expect(readText({ ...text, curtailmentsNew: '60: 10 %, 90:12.5' }).settings?.curtailmentsNew).toEqual([
      { afterDays: 60, share: 0.1 },
      { afterDays: 90, share: 0.125 },
    ]);
    expect(readText({ ...text, curtailmentsNew: 'later' }).errors?.curtailmentsNew).toBe(
      'Write day: percent with commas between them, 180: 10',
    );
  });

  it('wants age buckets to rise', () => {
    expect(readText({ ...text, ageBucketsNew: '30, 30' }).errors).toEqual({
      ageBucketsNew: 'Each end must be larger than the one before',
    });
    expect(readText({ ...text, ageBucketsNew: '30; 60' }).errors?.ageBucketsNew).toBe(
      'Whole numbers with commas between them',
    );
  });
});
