/** A plan as it was worked out, before it has ids and an instant: what `planOrder` gives and the database keeps. */
import type { LineExploration } from '@shared/contract/exploration';
import type { OrderDates } from '@shared/contract/ordering-profile';
import type { PlanLineFacts } from '@shared/contract/plan';
import type { Build } from '@shared/domain/build';
import type { ColorUnits } from './color-mix';
import type { KeptQuestion } from './kept-question';
import type { PlanLimit, ScoreParts } from './types';

export type DraftLine = {
  /** As it would be ordered: with the model year, without colours. */
  build: Build;
  quantity: number;
  uncappedQuantity: number;
  score: number | null;
  parts: ScoreParts;
  expectedValueCents: number;
  unitCostCents: number;
  onHand: number;
  pipeline: number;
  demand: number;
  marginalValuesCents: number[];
  reasons: string[];
  notScoredBecause: string | null;
  facts: PlanLineFacts;
  colors: ColorUnits[];
  exploration: DraftExploration | null;
};

/** As in the contract, with the score parts that later judgement needs. */
export type DraftExploration = Omit<LineExploration, 'choices'> & {
  choices: (LineExploration['choices'][number] & { parts: readonly number[] })[];
};

type PlanTotals = { units: number; costCents: number; expectedValueCents: number };

export type PlanDraft = {
  windowDays: number;
  windowNote: string;
  orderDates: OrderDates[];
  limits: (PlanLimit & { used: number })[];
  lines: DraftLine[];
  totals: PlanTotals;
  uncappedTotals: PlanTotals;
  solver: { status: string; gap: number; candidates: number };
  notes: string[];
  question: KeptQuestion;
};

/** Sums over the lines, by the quantity that `quantityOf` picks. */
export function totalsOf(lines: readonly DraftLine[], quantityOf: (line: DraftLine) => number): PlanTotals {
  return lines.reduce(
    (sum, line) => ({
      units: sum.units + quantityOf(line),
      costCents: sum.costCents + quantityOf(line) * line.unitCostCents,
      expectedValueCents: sum.expectedValueCents + valueOfFirst(line.marginalValuesCents, quantityOf(line)),
    }),
    { units: 0, costCents: 0, expectedValueCents: 0 },
  );
}

/** Expected net cents of the first `quantity` units. */
export function valueOfFirst(marginalValuesCents: readonly number[], quantity: number): number {
  return marginalValuesCents.slice(0, quantity).reduce((sum, value) => sum + value, 0);
}
