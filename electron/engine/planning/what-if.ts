/** What a plan would be under moved limits: at once in fractions, or exactly. Nothing of it is kept. */
import type { MovedLimit, WhatIf } from '@shared/contract/plan-limits';
import type { Highs } from 'highs';
import { conflictingLimits } from './conflicting-limits';
import { askAgain, candidateTitle, describeOrder, type KeptQuestion } from './kept-question';
import { solveOrder } from './optimise';
import { relaxedOrder } from './relaxed-order';
import type { PlanLimit } from './types';

export type WhatIfQuestion = {
  question: KeptQuestion;
  limits: readonly PlanLimit[];
  moved: readonly MovedLimit[];
};

type Answer = Omit<WhatIf, 'milliseconds'>;

/** Throws BAD_INPUT for a limit the plan has not. */
export function estimateOrder({ question, limits, moved }: WhatIfQuestion, solver: Highs): Answer {
  const asked = askAgain(question, limits, moved);
  const quantities = relaxedOrder(asked.problem, solver);
  if (quantities === null) return conflicting(true, conflictingLimits(asked.problem, solver));
  return {
    isEstimate: true,
    ...describeOrder(question, asked.limits, quantities),
    changes: [],
    conflict: null,
  };
}

/** The exact order, with the lines that would change against the plan. */
export function solveWhatIf({ question, limits, moved }: WhatIfQuestion, solver: Highs): Answer {
  const asked = askAgain(question, limits, moved);
  if (relaxedOrder(asked.problem, solver) === null)
    return conflicting(false, conflictingLimits(asked.problem, solver));
  const { quantities } = solveOrder(asked.problem, solver);
  return {
    isEstimate: false,
    ...describeOrder(question, asked.limits, quantities),
    changes: changesOf(question, quantities),
    conflict: null,
  };
}

function conflicting(isEstimate: boolean, conflict: NonNullable<Answer['conflict']>): Answer {
  return {
    isEstimate,
    units: 0,
    costCents: 0,
    expectedValueCents: 0,
    limits: [],
    changes: [],
    conflict: conflict.map(({ id, label }) => ({ id, label })),
  };
}

function changesOf({ candidates }: KeptQuestion, quantities: readonly number[]): Answer['changes'] {
  return candidates
    .map(({ build, quantity }, index) => ({
      title: candidateTitle(build),
      from: quantity,
      to: quantities[index] ?? 0,
    }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || (a.title < b.title ? -1 : 1));
}
