/**
 * The DOSO score of a build, 0..1: the weighted mean of four percentile ranks among the store's candidate
 * builds: gross per unit, days to turn (quick is high), market (the model's share and trend in its region,
 * and its days supply and price against its rivals) and forecast (demand over the plan's window). A build with a part missing gets no score and says why;
 * it takes no part in the ranks of the missing part.
 */
import type { ScoreWeights } from '@shared/contract/learning';
import { engineTexts } from '@shared/texts/engine-texts';
import { percentileRanks } from './percentile-rank';
import type { Score, ScoreParts } from './types';

const texts = engineTexts.planning.reasons;

export type ScoreInput = {
  grossCents: number | null;
  daysToTurn: number | null;
  /** Share of the region's segment, 0..1. */
  marketShare: number | null;
  /** Growth of the model's sales in the region; null when only one period is known. */
  marketTrend: number | null;
  /** Days supply and price in the region over those of the rivals; low is good. */
  supplyToRivals?: number | null;
  priceToRivals?: number | null;
  demand: number | null;
};

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

/** Mean of the ranks of what is known of the model in its region, ranked again; nothing without a share. */
function marketRanks(inputs: readonly ScoreInput[]): (number | null)[] {
  const inverted = (ranks: (number | null)[]) => ranks.map((rank) => (rank === null ? null : 1 - rank));
  const facts = [
    ranksOf(inputs.map((input) => input.marketShare)),
    ranksOf(inputs.map((input) => input.marketTrend)),
    inverted(ranksOf(inputs.map((input) => input.supplyToRivals ?? null))),
    inverted(ranksOf(inputs.map((input) => input.priceToRivals ?? null))),
  ];
  return ranksOf(
    inputs.map(({ marketShare }, index) => {
      const known = facts.map((ranks) => ranks[index] ?? null).filter((rank) => rank !== null);
      return marketShare === null ? null : known.reduce((sum, rank) => sum + rank, 0) / known.length;
    }),
  );
}

function weighted(parts: ScoreParts, weights: ScoreWeights): Score {
  const names = Object.keys(parts) as (keyof ScoreParts)[];
  const missing = names.filter((name) => parts[name] === null && weights[name] > 0);
  const total = names.reduce((sum, name) => sum + weights[name], 0);
  if (missing.length > 0) {
    const whys = missing.map((name) => texts.notScored[name]);
    return { score: null, parts, notScoredBecause: texts.notScoredTogether(whys) };
  }
  if (total <= 0) return { score: null, parts, notScoredBecause: texts.noWeights };
  const sum = names.reduce((running, name) => running + weights[name] * (parts[name] ?? 0), 0);
  return { score: sum / total, parts, notScoredBecause: null };
}
