import { describe, expect, it } from 'vitest';
import { type EtsForm, formName, possibleForms } from './ets-form';
import { createWorkspace, deviance, devianceWithDerivatives } from './ets-recursion';

const SEASON = 4;
const history = Float64Array.from(
  { length: 24 },
  (_, t) => 10 + 0.2 * t + 3 * Math.sin(t * 1.6) + ((t * 7) % 5) / 3,
);

/** alpha, beta, gamma, phi, level, slope, four seasonal states. */
function parametersOf(form: EtsForm): Float64Array {
  const seasons = { N: [0, 0, 0, 0], A: [1, -1, 2, -2], M: [1.1, 0.9, 1.2, 0.8] }[form.season];
  const hasTrend = form.trend !== 'N';
  return Float64Array.from([
    0.3,
    hasTrend ? 0.1 : 0,
    form.season === 'N' ? 0 : 0.15,
    form.trend === 'Ad' ? 0.9 : 1,
    11,
    hasTrend ? 0.3 : 0,
    ...seasons,
  ]);
}

describe('one pass', () => {
  it('smooths as worked out by hand', () => {
    // A,A,N with alpha 0.5, beta 0.25 from level 10, slope 1 over 12, 12:
    // fit 11, error 1: level 11.5, slope 1.25. Fit 12.75, error -0.75: level 12.375, slope 1.0625.
    const work = createWorkspace(Float64Array.from([12, 12]), 1);
    const form = { error: 'A', trend: 'A', season: 'N' } as const;
    const value = deviance(work, form, Float64Array.from([0.5, 0.25, 0, 1, 10, 1, 0]));
    expect(work.lastLevel).toBeCloseTo(12.375, 12);
    expect(work.slopes[2]).toBeCloseTo(1.0625, 12);
    expect(value).toBeCloseTo(2 * Math.log(1 + 0.75 ** 2), 12);
  });

  it('smooths a multiplicative season as worked out by hand', () => {
    // M,N,M with alpha 0.5, gamma 0.2, level 10, states 1.2 and 0.8 over 15: fit 12, error 3;
    // level 10 + 0.5 * 3 / 1.2 = 11.25, state 1.2 + 0.2 * 3 / 10 = 1.26. Deviance log(0.25^2) + 2 log 12.
    const work = createWorkspace(Float64Array.from([15]), 2);
    const form = { error: 'M', trend: 'N', season: 'M' } as const;
    const value = deviance(work, form, Float64Array.from([0.5, 0, 0.2, 1, 10, 0, 1.2, 0.8]));
    expect(work.lastLevel).toBeCloseTo(11.25, 12);
    expect(work.seasons[2]).toBeCloseTo(1.26, 12);
    expect(value).toBeCloseTo(2 * Math.log(0.25) + 2 * Math.log(12), 12);
  });

  const forms = possibleForms([...history], SEASON).map((form) => ({ name: formName(form), form }));

  it('knows fifteen forms', () => {
    expect(forms).toHaveLength(15);
  });

  it.each(forms)('$name: derivatives are those of differences', ({ form }) => {
    const work = createWorkspace(history, SEASON);
    const parameters = parametersOf(form);
    const derivatives = new Float64Array(parameters.length);
    devianceWithDerivatives(work, form, parameters, derivatives);
    parameters.forEach((value, place) => {
      if (form.season === 'N' && place >= 6) return;
      const at = (change: number) => {
        const moved = parameters.slice();
        moved[place] = value + change;
        return deviance(work, form, moved);
      };
      const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
      expect(derivatives[place]).toBeCloseTo(slope, 3);
    });
  });

  it('is impossible where a fit that must be positive is not', () => {
    const work = createWorkspace(Float64Array.from([1, 2, 3]), 1);
    const form = { error: 'M', trend: 'N', season: 'N' } as const;
    expect(deviance(work, form, Float64Array.from([0.1, 0, 0, 1, -5, 0, 0]))).toBe(Number.POSITIVE_INFINITY);
  });
});
