/**
 * The relation that is planted in past outcomes. A line's quality is the sum of its four percentile-rank
 * scores (0..1) weighted by PLANTED_WEIGHTS, plus noise; it sets how fast its units sell and what they earn.
 * A learner that works finds the weights again from days to turn or from gross.
 */
import { itemAt, type RandomSource } from './random-source';

/** Parts of a line's quality; they sum to 1. */
export const PLANTED_WEIGHTS = { gross: 0.3, daysToTurn: 0.35, market: 0.1, forecast: 0.25 } as const;

const QUALITY_NOISE = 0.055;
const AGED_DAYS = 90;

export type Scores = { gross: number; daysToTurn: number; market: number; forecast: number };

export type PlantedResult = {
  /** Null for a declined line and for one that has not arrived yet; everything else is null with it. */
  arrivedDay: number | null;
  /** Sold by the data date. */
  unitsSold: number | null;
  /** Median over the units sold; null when none was. */
  daysToTurn: number | null;
  /** Total gross of all units sold, dollars; null when none was. */
  grossDollars: number | null;
  /** Units that stood over 90 days, sold since or not. */
  agedUnits: number | null;
  /** 1 to 5, given by the dealer; null where none was given. */
  rating: number | null;
};

export const NO_RESULT: PlantedResult = {
  arrivedDay: null,
  unitsSold: null,
  daysToTurn: null,
  grossDollars: null,
  agedUnits: null,
  rating: null,
};

export function plantedQuality(scores: Scores): number {
  return (
    PLANTED_WEIGHTS.gross * scores.gross +
    PLANTED_WEIGHTS.daysToTurn * scores.daysToTurn +
    PLANTED_WEIGHTS.market * scores.market +
    PLANTED_WEIGHTS.forecast * scores.forecast
  );
}

export function drawScores(random: RandomSource): Scores {
  const rank = () => Math.round(1000 * random.between(0.02, 1)) / 1000;
  return { gross: rank(), daysToTurn: rank(), market: rank(), forecast: rank() };
}

/** What became of `quantity` units that arrived on `arrivedDay`, as known on `asOfDay`. */
export function drawResult(
  arrivedDay: number,
  asOfDay: number,
  quantity: number,
  scores: Scores,
  random: RandomSource,
): PlantedResult {
  const quality = plantedQuality(scores) + QUALITY_NOISE * random.normal();
  const days = Array.from({ length: quantity }, () => drawDays(quality, random));
  const gross = days.map(() => 200 + 4_600 * quality + 500 * random.normal());
  const stars = Math.round(0.6 + 5 * quality + 0.5 * random.normal());
  const rated = random.chance(0.6);
  const isSold = days.map((count) => arrivedDay + count <= asOfDay);
  const soldDays = days.filter((_, unit) => isSold[unit]);
  const soldGross = gross.filter((_, unit) => isSold[unit]).reduce((sum, value) => sum + value, 0);
  const anySold = soldDays.length > 0;
  return {
    arrivedDay,
    unitsSold: soldDays.length,
    daysToTurn: anySold ? median(soldDays) : null,
    grossDollars: anySold ? Math.round(soldGross) : null,
    agedUnits: days.filter((count) => Math.min(count, asOfDay - arrivedDay) > AGED_DAYS).length,
    rating: anySold && rated ? Math.min(5, Math.max(1, stars)) : null,
  };
}

/** From about 115 days at quality 0 down to 20 at quality 1. */
function drawDays(quality: number, random: RandomSource): number {
  return Math.max(1, Math.round(115 * Math.exp(-1.75 * quality + 0.3 * random.normal())));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = itemAt(sorted, Math.floor(sorted.length / 2));
  const lower = itemAt(sorted, Math.floor((sorted.length - 1) / 2));
  return (upper + lower) / 2;
}
