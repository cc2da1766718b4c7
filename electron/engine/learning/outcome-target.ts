/**
 * What the weights are judged on. Gross is cents per unit, speed is -ln(1 + days): ten days matter more at 20
 * days than at 200. Share is won by units on the road: ln of the units that the line sold in 30 days on the lot. All
 * are standardised over the store's complete outcomes; `balanced` is half gross, half speed. Higher is better.
 */
import type { LearningTarget, Sample, TargetSample } from './types';

type Scale = { mean: number; deviation: number };
type SampleWithTarget = (sample: Sample) => TargetSample;

/**
 * The unit is taken from `samples`; the function that is returned gives any sample its target in that unit.
 */
export function targetIn(samples: readonly Sample[], target: LearningTarget): SampleWithTarget {
  const gross = scaleOf(samples.map(grossOf));
  const speed = scaleOf(samples.map(speedOf));
  const share = scaleOf(samples.map(unitsAMonth));
  return (sample) => {
    const grossScore = standardise(grossOf(sample), gross);
    const speedScore = standardise(speedOf(sample), speed);
    const targets = {
      gross: grossScore,
      turn: speedScore,
      balanced: (grossScore + speedScore) / 2,
      share: standardise(unitsAMonth(sample), share),
    };
    return { ...sample, target: targets[target] };
  };
}

function grossOf({ grossPerUnitCents }: Sample): number {
  return grossPerUnitCents;
}

function speedOf({ daysToTurn }: Sample): number {
  return -Math.log1p(daysToTurn);
}

const DAYS_A_MONTH = 30;

function unitsAMonth({ unitsSold, daysToTurn }: Sample): number {
  return Math.log((DAYS_A_MONTH * unitsSold) / (1 + daysToTurn));
}

/** Mean and sample standard deviation (divisor n - 1). */
function scaleOf(values: readonly number[]): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

/** A column that does not vary says nothing: 0. */
function standardise(value: number, { mean, deviation }: Scale): number {
  return deviation > 0 ? (value - mean) / deviation : 0;
}
