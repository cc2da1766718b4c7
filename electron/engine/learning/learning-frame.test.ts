import { describe, expect, it } from 'vitest';
import { readEvidenceTables } from './learning-frame';
import type { TargetSample } from './types';

const ACTIVE = { gross: 0.5, daysToTurn: 0.5, market: 0, forecast: 0 };

function sample(month: string, rank: number, grossPerUnitCents: number, daysToTurn: number): TargetSample {
  return {
    recommendedOn: `${month}-15`,
    knownOn: '2026-06-01',
    followUpDays: 90,
    parts: [rank, rank, 0.9, 0.1],
    grossPerUnitCents,
    daysToTurn,
    unitsSold: 1,
    target: 0,
  };
}

describe('the learning frame', () => {
  const samples = [
    sample('2026-02', 0.8, 400_000, 20),
    sample('2026-01', 0.1, 100_000, 90),
    sample('2026-01', 0.2, 150_000, 70),
    sample('2026-02', 0.7, 300_001, 30),
    sample('2026-01', 0.4, 200_000, 60),
    sample('2026-02', 0.5, 250_000, 40),
    sample('2026-01', 0.9, 500_000, 10),
    sample('2026-02', 0.3, 180_000, 65),
  ];

  it('shows gross and days by quarter of the score, lowest first', async () => {
    const { byScoreQuarter } = await readEvidenceTables(samples, ACTIVE);
    expect(byScoreQuarter.map(({ group, outcomes }) => [group, outcomes])).toEqual([
      ['1', 2],
      ['2', 2],
      ['3', 2],
      ['4', 2],
    ]);
    // Scores 0.1 and 0.2: mean 0.15, gross (100,000 + 150,000) / 2, median of 90 and 70.
    expect(byScoreQuarter[0]?.meanScore).toBeCloseTo(0.15, 12);
    expect(byScoreQuarter[0]).toMatchObject({ meanGrossPerUnitCents: 125_000, medianDaysToTurn: 80 });
    // Scores 0.5 and 0.7: gross (250,000 + 300,001) / 2 rounds up, median of 40 and 30.
    expect(byScoreQuarter[2]).toMatchObject({ meanGrossPerUnitCents: 275_001, medianDaysToTurn: 35 });
  });

  it('shows the same by month of the recommendation', async () => {
    const { byMonth } = await readEvidenceTables(samples, ACTIVE);
    // January: 100,000 + 150,000 + 200,000 + 500,000 over 4; days 10, 60, 70, 90.
    expect(byMonth[0]).toMatchObject({
      group: '2026-01',
      outcomes: 4,
      meanGrossPerUnitCents: 237_500,
      medianDaysToTurn: 65,
    });
    expect(byMonth.map(({ group }) => group)).toEqual(['2026-01', '2026-02']);
  });

  it('works with one outcome and needs none', async () => {
    const one = await readEvidenceTables(samples.slice(0, 1), ACTIVE);
    expect(one.byScoreQuarter).toHaveLength(1);
    expect(await readEvidenceTables([], ACTIVE)).toEqual({ byScoreQuarter: [], byMonth: [] });
  });
});
