/** A plan as it was worked out, before it has ids and an instant: what `planOrder` gives and the database keeps. */
import type { LineExploration } from '@shared/contract/exploration';
import type { OrderDates } from '@shared/contract/ordering-profile';
import type { PlanLineFacts, SolverStatus } from '@shared/contract/plan';
import type { Build } from '@shared/domain/build';
import type { PlanTotals } from '@shared/domain/plan-totals';
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

export type PlanDraft = {
  windowDays: number;
  windowNote: string;
  orderDates: OrderDates[];
  limits: (PlanLimit & { used: number })[];
  lines: DraftLine[];
  totals: PlanTotals;
  uncappedTotals: PlanTotals;
  solver: { status: SolverStatus; gap: number; candidates: number };
  notes: string[];
  question: KeptQuestion;
};
