/**
 * Exploration: among builds worth nearly the same, one is drawn by chance now and then, so that the store learns of the
 * others. It may run only where the store's own log says that it would have paid.
 */
import { z } from 'zod';
import { outcomeStateSchema } from './feedback';
import { learningTargetSchema } from './learning-target';
import { centsSchema, daySchema } from './primitives';

/** The draw behind a line of a plan. */
export const lineExplorationSchema = z.object({
  /** The build whose unit was given up for this line's; null where the planned build itself was drawn. */
  insteadOf: z.string().nullable(),
  /** Chance with which this line's build was drawn, as it is kept for later judgement. */
  propensity: z.number(),
  /** Expected net that the swap gives up; 0 where nothing was swapped. */
  givenUpCents: centsSchema,
  /** All that could have been drawn, the planned build first. */
  choices: z.array(z.object({ title: z.string(), valueCents: centsSchema, probability: z.number() })),
});
export type LineExploration = z.infer<typeof lineExplorationSchema>;

/** A mean with its 95 % interval, in standard deviations of what the store learns for. */
const policyValueSchema = z.object({ mean: z.number(), low: z.number(), high: z.number() });

export const explorationVerdictSchema = z.object({
  /** Decisions that were judged: the later half of the log, by a model fitted on the earlier one. */
  decisions: z.int(),
  /** Of them drawn by exploration, with a known chance; of the others it is estimated. */
  draws: z.int(),
  /** What was earned a decision. */
  earned: policyValueSchema,
  inversePropensity: policyValueSchema,
  doublyRobust: policyValueSchema,
  /** Doubly robust value less what was earned. */
  gain: policyValueSchema,
  /** The gain's interval lies above zero. */
  mayExplore: z.boolean(),
});
export type ExplorationVerdict = z.infer<typeof explorationVerdictSchema>;

/** A draw of an earlier plan and what became of it. */
export const explorationDrawSchema = lineExplorationSchema.extend({
  planId: z.string(),
  lineId: z.string(),
  asOf: daySchema,
  title: z.string(),
  /** Null before a decision was matched to imports. */
  state: outcomeStateSchema.nullable(),
});
export type ExplorationDraw = z.infer<typeof explorationDrawSchema>;

export const explorationSchema = z.object({
  storeCode: z.string(),
  asOf: daySchema,
  isOn: z.boolean(),
  target: learningTargetSchema,
  /** Recommendations whose end is known, or that were declined. */
  decisions: z.int(),
  neededDecisions: z.int(),
  /** Too young to be judged, or not yet sold. */
  open: z.int(),
  /** Null with too few decisions. */
  verdict: explorationVerdictSchema.nullable(),
  mayExplore: z.boolean(),
  /** The verdict in plain words. */
  note: z.string(),
  /** Newest first, the last 100. */
  draws: z.array(explorationDrawSchema),
});
export type Exploration = z.infer<typeof explorationSchema>;
