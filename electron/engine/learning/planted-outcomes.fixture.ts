/**
 * Outcomes for tests, in which gross follows known weights: gross per unit is $3,000 plus $2,000 times the planted
 * score plus noise, so that the share of its variance that the score explains is `r2` (0 is noise alone). Parts are
 * uniform ranks; recommendations come at an even pace over two years, arrive after 50 days and take 20 to 60 days.
 */
import { addDays } from '@shared/domain/calendar-day';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Outcome, SCORE_PARTS, type ScoreWeights } from './types';

const FIRST_DAY = '2024-01-01';
const DAYS = 730;
const SCORE_CENTS = 200_000;
/** Variance of a uniform rank. */
const RANK_VARIANCE = 1 / 12;

/** The day on which all of them are sold. */
export const PLANTED_AS_OF = addDays(FIRST_DAY, DAYS + 50 + 60);

export function plantOutcomes(options: {
  count: number;
  weights: ScoreWeights;
  r2: number;
  seed: number;
}): Outcome[] {
  const { count, weights, r2, seed } = options;
  const generator = xoroshiro128plus(Math.imul(seed + 1, 0x9e3779b1));
  for (let draw = 0; draw < 8; draw++) generator.next();
  const uniform = () => uniformFloat64(generator);
  const planted = SCORE_PARTS.map((part) => weights[part]);
  const scoreVariance = RANK_VARIANCE * planted.reduce((sum, weight) => sum + weight ** 2, 0);
  const noise = r2 === 0 ? 0.2 : Math.sqrt((scoreVariance * (1 - r2)) / r2);
  return Array.from({ length: count }, (_, index) => {
    const parts = SCORE_PARTS.map(uniform);
    const score = parts.reduce((sum, part, at) => sum + part * (planted[at] ?? 0), 0);
    const signal = r2 === 0 ? 0 : score;
    const recommendedOn = addDays(FIRST_DAY, Math.floor((DAYS * index) / count));
    return {
      recommendedOn,
      decision: 'accepted',
      orderedQuantity: 1,
      arrivedOn: addDays(recommendedOn, 50),
      unitsSold: 1,
      daysToTurn: Math.round(20 + 40 * uniform()),
      grossCents: Math.round(300_000 + SCORE_CENTS * (signal + noise * normal(uniform))),
      parts: Object.fromEntries(SCORE_PARTS.map((part, at) => [part, parts[at] ?? 0])) as Outcome['parts'],
    };
  });
}

/** Standard normal: the sum of twelve uniform numbers less six is close enough for noise. */
function normal(uniform: () => number): number {
  return Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
}
