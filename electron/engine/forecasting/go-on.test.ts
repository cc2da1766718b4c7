import { describe, expect, it } from 'vitest';
import { forecastSeries } from './forecast-series';
import { type FittedBefore, isAsBefore } from './go-on';
import { unavailableLibraries } from './libraries/unavailable-libraries.test-data';
import type { SeriesForecast } from './types';

/** 36 months about 40 with a season. */
const values = Array.from({ length: 36 }, (_, month) =>
  Math.round(40 + 10 * Math.sin((2 * Math.PI * month) / 12) + ((month * 7) % 5)),
);
const options = { horizon: 6, model: 'auto' } as const;
const forecast = (units: readonly (number | null)[], before?: FittedBefore): SeriesForecast =>
  forecastSeries(
    { id: 's', grain: 'month', start: '2023-01', values: units },
    options,
    unavailableLibraries,
    before,
  );
/** As it comes back from where it was kept. */
const keptOf = (result: SeriesForecast): FittedBefore => JSON.parse(JSON.stringify(result));

describe('a series that grew', () => {
  const first = forecast(values);
  const expected = Math.round(first.points[0]?.mean ?? 0);

  it('goes on with its methods, fitted to all of its history', () => {
    expect([first.isGoneOn, first.method?.through]).toEqual([false, '2025-12']);
    const next = forecast([...values, expected], keptOf(first));
    expect([next.isGoneOn, next.method?.through]).toEqual([true, '2025-12']);
    expect(next.members).toEqual(first.members);
    expect(next.points[0]?.period).toBe('2026-02');
    expect(next.accuracy).toEqual(first.accuracy);
    expect(next.candidates).toEqual(first.candidates);
    // What came was forecast, and is one more origin of errors.
    expect(next.method?.choice.forecasts).toHaveLength((first.method?.choice.forecasts.length ?? 0) + 1);
    expect(next.method?.choice.forecasts[0]).toEqual({
      origin: 36,
      means: first.points.map(({ mean }) => mean),
    });
  });

  it('comes close to what it would be with everything done anew', () => {
    const longer = [...values, expected];
    const [gone, anew] = [forecast(longer, keptOf(first)), forecast(longer)];
    expect(anew.isGoneOn).toBe(false);
    expect(Math.abs(gone.total.mean / anew.total.mean - 1)).toBeLessThan(0.03);
  });

  it('is done anew when what came was not expected', () => {
    expect(forecast([...values, 4 * expected], keptOf(first)).isGoneOn).toBe(false);
    expect(forecast([...values, 0], keptOf(first)).isGoneOn).toBe(false);
  });

  it('is done anew when its past was restated by more than a few late deals', () => {
    const late = values.map((units, month) => (month === 34 ? units + 2 : units));
    expect(forecast([...late, expected], keptOf(first)).isGoneOn).toBe(true);
    const restated = values.map((units, month) => (month % 3 === 0 ? units + 9 : units));
    expect(forecast([...restated, expected], keptOf(first)).isGoneOn).toBe(false);
  });

  it('is done anew after a quarter', () => {
    let before = first;
    const grown = [...values];
    const through: (string | undefined)[] = [];
    for (let month = 0; month < 5; month++) {
      grown.push(Math.round(before.points[0]?.mean ?? 0));
      before = forecast(grown, keptOf(before));
      through.push(before.method?.through);
    }
    expect(through).toEqual(['2025-12', '2025-12', '2025-12', '2026-04', '2026-04']);
  });

  it('uses nothing that was chosen later', () => {
    const earlier = forecast(values.slice(0, 30), keptOf(first));
    expect(earlier.isGoneOn).toBe(false);
    expect(earlier).toEqual(forecast(values.slice(0, 30)));
  });
});

describe('a series as it was', () => {
  const before = { ...forecast(values), season: [1, 1.1] };
  const series = { start: '2023-01', values };

  it('keeps its forecast, whatever moved a little around it', () => {
    expect(isAsBefore(series, [1, 1.1], before)).toBe(true);
    expect(isAsBefore(series, [1.005, 1.1], before)).toBe(true);
    expect(isAsBefore({ ...series, demand: values.map((units) => units * 1.005) }, [1, 1.1], before)).toBe(
      true,
    );
  });

  it('does not with another season, other units, another demand or a further period', () => {
    expect(isAsBefore(series, [1, 1.15], before)).toBe(false);
    expect(isAsBefore(series, [], before)).toBe(false);
    const late = values.map((units, month) => (month === 30 ? units + 1 : units));
    expect(isAsBefore({ ...series, values: late }, [1, 1.1], before)).toBe(false);
    expect(isAsBefore({ ...series, demand: values.map((units) => units + 2) }, [1, 1.1], before)).toBe(false);
    expect(isAsBefore({ ...series, values: [...values, 3] }, [1, 1.1], before)).toBe(false);
  });
});
