/**
 * The DOSO score of a build, 0..1: the weighted mean of four percentile ranks among the store's candidate
 * builds: gross per unit, days to turn (quick is high), market (rank of the model's share and trend in the
 * region) and forecast (demand over the plan's window). A build with a part missing gets no score and says why;
 * it takes no part in the ranks of the missing part.
 */
import type { ScoreWeights } from '@shared/contract/learning';
import { percentileRanks } from './percentile-rank';
import type { Score, ScoreParts } from './types';

export type ScoreInput = {
  grossCents: number | null;
  daysToTurn: number | null;
  /** Share of the region's segment, 0..1. */
  marketShare: number | null;
  /** Growth of the model's sales in the region; null when only one period is known. */
  marketTrend: number | null;
  demand: number | null;
};

const PART_NAMES = {
  gross: 'no sale states a gross',
  daysToTurn: 'too few sales to tell its days to turn',
  market: 'no market facts for its model',
  forecast: 'no forecast for its model',
} as const;

/** Scores in the order of `inputs`. */
export function scoreBuilds(inputs: readonly ScoreInput[], weights: ScoreWeights): Score[] {
  const slowness = ranksOf(inputs.map((input) => input.daysToTurn));
  const parts = {
    gross: ranksOf(inputs.map((input) => input.grossCents)),
    daysToTurn: slowness.map((rank) => (rank === null ? null : 1 - rank)),
    market: marketRanks(inputs),
    forecast: ranksOf(inputs.map((input) => input.demand)),
  };
  return inputs.map((_, index) =>
    weighted(
      {
        gross: parts.gross[index] ?? null,
        daysToTurn: parts.daysToTurn[index] ?? null,
        market: parts.market[index] ?? null,
        forecast: parts.forecast[index] ?? null,
      },
      weights,
    ),
  );
}

/** Ranks of the known values; null stays null. */
function ranksOf(values: readonly (number | null)[]): (number | null)[] {
  const ranks = percentileRanks(values.filter((value) => value !== null));
  let next = 0;
  return values.map((value) => (value === null ? null : (ranks[next++] ?? null)));
}

/** Mean of the ranks of share and trend, ranked again; the share alone where no trend is known. */
function marketRanks(inputs: readonly ScoreInput[]): (number | null)[] {
  const shares = ranksOf(inputs.map((input) => input.marketShare));
  const trends = ranksOf(inputs.map((input) => input.marketTrend));
  return ranksOf(
    inputs.map((_, index) => {
      const share = shares[index] ?? null;
      const trend = trends[index] ?? null;
      return share !== null && trend !== null ? (share + trend) / 2 : share;
    }),
  );
}

function weighted(parts: ScoreParts, weights: ScoreWeights): Score {
  const names = Object.keys(PART_NAMES) as (keyof ScoreParts)[];
  const missing = names.filter((name) => parts[name] === null && weights[name] > 0);
  const total = names.reduce((sum, name) => sum + weights[name], 0);
  if (missing.length > 0) {
    return { score: null, parts, notScoredBecause: missing.map((name) => PART_NAMES[name]).join('; ') };
  }
  if (total <= 0) return { score: null, parts, notScoredBecause: 'all weights are 0' };
  const sum = names.reduce((running, name) => running + weights[name] * (parts[name] ?? 0), 0);
  return { score: sum / total, parts, notScoredBecause: null };
}
