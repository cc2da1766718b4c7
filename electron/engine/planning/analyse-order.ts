/**
 * What is worked out beside a plan once it stands: the price of each limit, and how the order stands if demand comes
 * a fifth below or above the forecast. Pure; the job keeps it with the plan.
 */

import type { Plan } from '@shared/contract/plan';
import { valueOfFirst } from '@shared/domain/plan-totals';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Highs } from 'highs';
import { findBestOrder } from './best-order';
import { stepInWords } from './constraints';
import { askAgain, type KeptQuestion } from './kept-question';
import { solveOrder } from './optimise';
import { shadowPrices } from './shadow-prices';
import type { PlanInputs, PlanLimit } from './types';

const texts = engineTexts.planning.notes.progress;

export type OrderAnalysis = Pick<Plan, 'shadowPrices' | 'sensitivity'>;

const DEMAND_FACTORS = [0.8, 1.2];

/** `inputs` are missing for a plan of an earlier session: its demand cannot be moved any more. */
export function analyseOrder(
  question: KeptQuestion,
  limits: readonly PlanLimit[],
  inputs: PlanInputs | null,
  solver: Highs,
  onProgress: (progress: number, message: string) => void = () => {},
): OrderAnalysis {
  const { problem } = askAgain(question, limits, []);
  const best = solveOrder(problem, solver);
  const { rows } = problem;
  const prices = shadowPrices(problem, best, solver, undefined, (done) =>
    onProgress((0.7 * done) / rows.length, texts.pricing(done, rows.length)),
  );
  return {
    shadowPrices: prices.flatMap(({ id, cents }) => {
      const limit = limits.find((one) => one.id === id);
      return limit ? [{ constraint: id, label: limit.label, step: stepInWords(limit), cents }] : [];
    }),
    sensitivity:
      inputs === null
        ? []
        : DEMAND_FACTORS.map((demandFactor) => {
            onProgress(0.8, texts.tryingDemand(Math.round(demandFactor * 100)));
            return { demandFactor, ...standingUnder(demandFactor, question, inputs, solver) };
          }),
  };
}

/** Worth of the order as made if demand were another, and the order that would be best then. */
function standingUnder(
  demandFactor: number,
  { candidates }: KeptQuestion,
  inputs: PlanInputs,
  solver: Highs,
): Omit<OrderAnalysis['sensitivity'][number], 'demandFactor'> {
  const planned = new Map(candidates.map(({ key, quantity }) => [key, quantity]));
  const most = Math.max(0, ...planned.values());
  const { set, solution } = findBestOrder({ ...inputs, demandFactor }, solver, undefined, most);
  const totalOf = (quantityOf: (key: string, index: number) => number) =>
    set.candidates.reduce(
      (sum, { key, marginalValuesCents }, index) =>
        sum + valueOfFirst(marginalValuesCents, quantityOf(key, index)),
      0,
    );
  return {
    planValueCents: totalOf((key) => planned.get(key) ?? 0),
    bestUnits: solution.quantities.reduce((sum, units) => sum + units, 0),
    bestValueCents: totalOf((_key, index) => solution.quantities[index] ?? 0),
  };
}
