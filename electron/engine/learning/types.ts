/**
 * The words of learning. One outcome is what became of one recommended line of an order plan; one sample is an
 * outcome that the weights can be fitted on. Score parts are percentile ranks 0..1, money is cents, days are days.
 */
import type { ScoreWeights } from '@shared/contract/learning';
import type { CalendarDay } from '@shared/domain/calendar-day';

export type { ScoreWeights } from '@shared/contract/learning';

/** Order of the score's parts wherever weights are a list. */
export const SCORE_PARTS = ['gross', 'daysToTurn', 'market', 'forecast'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** What success means to this dealer: high gross, a fast turn, half of each, or many units. */
export type LearningTarget = 'balanced' | 'gross' | 'turn' | 'share';

export type WeightModel = 'least_squares' | 'ridge' | 'lasso' | 'elasticnet' | 'forest';

export type Outcome = {
  recommendedOn: CalendarDay;
  decision: 'accepted' | 'changed' | 'declined';
  orderedQuantity: number;
  arrivedOn: CalendarDay | null;
  unitsSold: number | null;
  /** Mean days from arrival to sale of the units sold. */
  daysToTurn: number | null;
  /** Of all units sold together. */
  grossCents: number | null;
  parts: { [Part in ScorePart]: number | null };
};

/** A complete outcome: every ordered unit sold, gross and days known, all four parts scored. */
export type Sample = {
  recommendedOn: CalendarDay;
  /** The day the outcome was known: arrival plus days to turn. */
  knownOn: CalendarDay;
  /** Days between arrival and the day of looking; null when the arrival is unknown. */
  followUpDays: number | null;
  /** The four parts in the order of SCORE_PARTS. */
  parts: readonly number[];
  grossPerUnitCents: number;
  daysToTurn: number;
  unitsSold: number;
};

/** What the score's weights are judged on: `target` in standard deviations, higher is better. */
export type TargetSample = Sample & { target: number };

export type OutcomeCounts = {
  outcomes: number;
  complete: number;
  /** Arrived, not all sold: how long they will take is not known yet. */
  unsold: number;
  /** Ordered, not arrived. */
  waiting: number;
  /** Declined, or nothing was ordered: there is no outcome to learn from. */
  notOrdered: number;
  /** Sold, but without gross, days or a score part. */
  incomplete: number;
};

/** One line of the table that shows what the score was worth. */
export type EvidenceGroup = {
  /** Quarter of the score ("1" lowest to "4" highest) or a month. */
  group: string;
  outcomes: number;
  meanScore: number;
  meanGrossPerUnitCents: number;
  medianDaysToTurn: number;
};

export type LearningTask = {
  outcomes: Outcome[];
  asOf: CalendarDay;
  target: LearningTarget;
  active: ScoreWeights;
  /** 'auto' chooses by forward-in-time validation. */
  model: WeightModel | 'auto';
  seed: number;
};

/** What could be seen on a day; targets in the unit of the whole. */
export type KnownOutcomes = { samples: TargetSample[]; unsoldFollowUpDays: number[] };

/** How a way of finding weights did on later outcomes; null when it found none. */
export type ModelScore = { model: WeightModel; strength: number; squaredError: number | null };

/** How two sets of weights did on outcomes that neither was fitted on. */
export type ForwardTest = {
  outcomes: number;
  /** Mean squared error of the target, in standard deviations squared. */
  squaredErrorActive: number;
  squaredErrorLearned: number;
  /** Spearman's rank correlation of score and target; null when either does not vary. */
  rankCorrelationActive: number | null;
  rankCorrelationLearned: number | null;
  /** Share of bootstrap samples in which the learned weights have the smaller error. */
  confidence: number;
};

export type WeightFit = {
  /** The fit's own weights, before shrinking; null when no part speaks for the target. */
  fitted: ScoreWeights | null;
  weights: ScoreWeights;
  /** Share of the target's variance that the fit explains. */
  r2: number;
  /** F ratio of the fit against the active weights. */
  evidenceRatio: number;
  /** How far from the active weights to the fitted ones: 0 stays, 1 goes all the way. */
  trust: number;
};

export type LearningDecision = {
  activate: boolean;
  /** The weights to use from now on when `activate`; else what the outcomes point to, for the record. */
  weights: ScoreWeights;
  /** The evidence in plain words. */
  note: string;
  evidence: {
    target: LearningTarget;
    counts: OutcomeCounts;
    neededOutcomes: number;
    neededConfidence: number;
    /** The way the weights were found, and how all that were tried did; null with too few outcomes. */
    model: { model: WeightModel; strength: number } | null;
    models: ModelScore[];
    fit: WeightFit | null;
    forwardTest: ForwardTest | null;
  };
};

/** Tables that show what the score under the active weights was worth. */
export type EvidenceTables = { byScoreQuarter: EvidenceGroup[]; byMonth: EvidenceGroup[] };

export type LearningResult = Omit<LearningDecision, 'evidence'> & {
  evidence: LearningDecision['evidence'] & EvidenceTables;
};
