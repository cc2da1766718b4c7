/**
 * Limits on an order, as a plan keeps them and as a dealer writes them into a file. A limit covers the builds that
 * agree with every attribute it names (whatever their case); one that names none covers the whole order.
 */
import { z } from 'zod';
import { centsSchema, scopeSchema } from './primitives';

export const constraintKindSchema = z.enum([
  'budget',
  'places',
  'allocation',
  'maximum_mix',
  'minimum_mix',
  'blocked',
  'minimum_stock',
]);
export type ConstraintKind = z.infer<typeof constraintKindSchema>;

/** Attributes of a build that a limit may name; each is one value, `models` any of several. */
const coveredSchema = z.object({
  make: z.string().min(1).optional(),
  models: z.array(z.string().min(1)).min(1).optional(),
  trim: z.string().min(1).optional(),
  body: z.string().min(1).optional(),
  drivetrain: z.string().min(1).optional(),
  engine: z.string().min(1).optional(),
  package: z.string().min(1).optional(),
});

/** A limit on the order. `bound` is in cents for a budget, percent of the order's units where `unit` says so, else units. */
export const constraintSchema = coveredSchema.extend({
  id: z.string().min(1).max(200),
  kind: constraintKindSchema,
  label: z.string().min(1).max(200),
  models: z.array(z.string()).optional(),
  /** Units unless given; percent of the order's units for a maximum or minimum mix. */
  unit: z.enum(['units', 'percent']).optional(),
  /** null means unlimited. */
  bound: z.number().min(0).nullable(),
});
export type PlanConstraint = z.infer<typeof constraintSchema>;

/** A limit as a person writes it: `id` and `label` follow from the rest unless given, a budget is in dollars. */
const constraintDraftSchema = coveredSchema
  .extend({
    id: z.string().min(1).max(200).optional(),
    kind: constraintKindSchema,
    label: z.string().min(1).max(200).optional(),
    unit: z.enum(['units', 'percent']).optional(),
    bound: z.number().min(0).nullable().optional(),
    /** For a budget, instead of `bound` in cents. */
    dollars: z.number().min(0).optional(),
    /** For people; it is not read. */
    note: z.string().optional(),
  })
  .strict()
  .superRefine((draft, context) => {
    const problem = problemOf(draft);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  });
export type ConstraintDraft = z.infer<typeof constraintDraftSchema>;

/** The file that `plan --constraints` and the window read: a list of limits. */
export const constraintFileSchema = z
  .array(constraintDraftSchema)
  .max(200)
  .transform((drafts) => drafts.map(nameConstraint))
  .superRefine((constraints, context) => {
    const ids = constraints.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined)
      context.addIssue({ code: 'custom', message: `two limits are named "${twice}"; give each its own id` });
  });

function problemOf({ kind, unit, bound, dollars, ...draft }: ConstraintDraft): string | null {
  if (unit === 'percent' && kind !== 'maximum_mix' && kind !== 'minimum_mix')
    return 'only maximum_mix and minimum_mix can be in percent';
  if (unit === 'percent' && (bound ?? 0) > 100) return 'a share is at most 100 percent';
  if (dollars !== undefined && kind !== 'budget') return 'only a budget is in dollars';
  if (kind === 'blocked') {
    return covers(draft) === ''
      ? 'blocked must name what is blocked: a model, trim, engine, package ...'
      : null;
  }
  if (bound === undefined && dollars === undefined) return `${kind} needs a bound (null lifts the limit)`;
  const isWhole = bound === null || bound === undefined || Number.isInteger(bound);
  return isWhole ? null : 'the bound must be a whole number';
}

function nameConstraint(draft: ConstraintDraft): PlanConstraint {
  const { id, label, dollars, note: _, bound, ...rest } = draft;
  const cents = dollars === undefined ? undefined : Math.floor(dollars * 100 + 1e-6);
  const named = { ...rest, bound: rest.kind === 'blocked' ? 0 : (cents ?? bound ?? null) };
  const words = label ?? describeConstraint(named);
  return {
    id: id ?? `${named.kind}:${covers(named) || 'all'}:${named.unit ?? 'units'}`,
    label: words,
    ...named,
  };
}

/** `At most 30 % of the order: Trax LT`. */
export function describeConstraint(limit: Omit<PlanConstraint, 'id' | 'label'>): string {
  const { kind, bound, unit } = limit;
  const what = covers(limit) || 'the whole order';
  const amount = unit === 'percent' ? `${bound ?? 100} % of the order` : String(bound ?? 'unlimited');
  switch (kind) {
    case 'budget':
      return `Budget for ${what}`;
    case 'places':
      return `Places for ${what}`;
    case 'allocation':
      return `Allocation of ${what}`;
    case 'maximum_mix':
      return `At most ${amount}: ${what}`;
    case 'minimum_mix':
      return `At least ${amount}: ${what}`;
    case 'blocked':
      return `Blocked: ${what}`;
    case 'minimum_stock':
      return `Stock at least ${amount}: ${what}`;
  }
}

/** The attributes that a limit names, in words; empty for the whole order. */
function covers(limit: z.infer<typeof coveredSchema>): string {
  const { make, models, trim, body, drivetrain, engine, package: option } = limit;
  return [make, models?.join(' or '), trim, body, drivetrain, engine, option].filter(Boolean).join(' ');
}

export const planLimitSchema = constraintSchema.extend({
  /** What the plan takes of it, in the bound's unit. */
  used: z.number(),
  source: z.string(),
});

/** A limit of a plan moved to another bound. */
export const movedLimitSchema = z.object({ id: z.string(), bound: z.number().min(0).nullable() });
export type MovedLimit = z.infer<typeof movedLimitSchema>;

/** What a plan would be under moved limits. Nothing is kept. */
export const whatIfSchema = z.object({
  /** True for the relaxed answer, in which builds may be ordered in fractions: its worth is never too low. */
  isEstimate: z.boolean(),
  units: z.number(),
  costCents: centsSchema,
  expectedValueCents: centsSchema,
  limits: z.array(z.object({ id: z.string(), used: z.number() })),
  /** Lines that would change, the largest change first; empty for an estimate. */
  changes: z.array(z.object({ title: z.string(), from: z.int(), to: z.int() })),
  /** Limits that cannot hold together; the figures are 0 then. */
  conflict: z.array(z.object({ id: z.string(), label: z.string() })).nullable(),
  milliseconds: z.int(),
});
export type WhatIf = z.infer<typeof whatIfSchema>;

export const whatIfInputSchema = z.object({ planId: z.string(), limits: z.array(movedLimitSchema).max(200) });
export const storeConstraintsSchema = scopeSchema.extend({ constraints: z.array(constraintSchema).max(200) });
