/**
 * The outcomes as a danfojs data frame: one row for each complete outcome, with its score under the weights in
 * use, its quarter of that score and its month, grouped into the tables that show what the score was worth.
 * danfojs takes a second and 70 MB to load, so it is loaded when first needed, and only in the learning worker.
 */
import type { DataFrame } from 'danfojs-node';
import {
  type EvidenceGroup,
  type EvidenceTables,
  SCORE_PARTS,
  type ScoreWeights,
  type TargetSample,
} from './types';

type Danfo = typeof import('danfojs-node');

const QUARTERS = 4;

/** Empty tables, and no loading, when there are no samples. */
export async function readEvidenceTables(
  samples: readonly TargetSample[],
  active: ScoreWeights,
): Promise<EvidenceTables> {
  if (samples.length === 0) return { byScoreQuarter: [], byMonth: [] };
  const frame = toFrame(await loadDanfo(), samples, active);
  return { byScoreQuarter: groupBy(frame, 'quarter'), byMonth: groupBy(frame, 'month') };
}

async function loadDanfo(): Promise<Danfo> {
  const danfo = await import('danfojs-node');
  // Otherwise its tensor library writes an advertisement into the log at first use.
  danfo.tensorflow.enableProdMode();
  return danfo;
}

/** Columns: the four parts, month, grossPerUnitCents, daysToTurn, score, quarter ("1" holds the lowest scores). */
function toFrame({ DataFrame }: Danfo, samples: readonly TargetSample[], active: ScoreWeights): DataFrame {
  const column = (value: (sample: TargetSample) => string | number) => samples.map(value);
  const frame = new DataFrame({
    ...Object.fromEntries(SCORE_PARTS.map((part, index) => [part, column(({ parts }) => parts[index] ?? 0)])),
    month: column(({ recommendedOn }) => recommendedOn.slice(0, 7)),
    grossPerUnitCents: column(({ grossPerUnitCents }) => grossPerUnitCents),
    daysTaken: column(({ daysToTurn }) => daysToTurn),
  });
  const weighted = SCORE_PARTS.map((part) => frame.column(part).mul(active[part]));
  const score = weighted.reduce((sum, part) => sum.add(part));
  const ranked = frame.addColumn('score', score).sortValues('score');
  const quarter = samples.map((_, rank) => String(Math.floor((QUARTERS * rank) / samples.length) + 1));
  return ranked.addColumn('quarter', quarter);
}

type Aggregated = {
  score_mean: number;
  grossPerUnitCents_count: number;
  grossPerUnitCents_mean: number;
  daysTaken_median: number;
};

function groupBy(frame: DataFrame, column: 'quarter' | 'month'): EvidenceGroup[] {
  const grouped = frame
    .groupby([column])
    .agg({ score: 'mean', grossPerUnitCents: ['mean', 'count'], daysTaken: 'median' });
  const rows = toRows(grouped) as (Aggregated & Record<typeof column, string>)[];
  return rows
    .map((row) => ({
      group: row[column],
      outcomes: row.grossPerUnitCents_count,
      meanScore: row.score_mean,
      meanGrossPerUnitCents: Math.round(row.grossPerUnitCents_mean),
      medianDaysToTurn: row.daysTaken_median,
    }))
    .sort((left, right) => (left.group < right.group ? -1 : 1));
}

function toRows(frame: DataFrame): Record<string, unknown>[] {
  const names = frame.columns;
  return frame.values.map((row) =>
    Object.fromEntries(names.map((name, index) => [name, Array.isArray(row) ? row[index] : row])),
  );
}
