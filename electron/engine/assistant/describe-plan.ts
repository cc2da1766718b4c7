/** What a language model is told of an order plan: computed figures and the plan's own reasons, and nothing else. */
import type { Plan, PlanLine } from '@shared/contract/plan';
import { writeDollars } from '../figures/write-dollars';

/** The lines worth most; a longer text is answered worse and costs more. */
const MOST_LINES = 12;

export const PLAN_INSTRUCTIONS = [
  'You explain a car dealership’s factory order plan to its sales manager, in at most 150 words of plain English.',
  'Say what is ordered most and why, and what holds the order back.',
  'Use only what the plan states. Write every number in digits, exactly as it is given: no rounding, no sums,',
  'no differences, no percentages, and no number words.',
].join(' ');

export function describePlan({ asOf, windowDays, totals, uncappedTotals, lines }: Plan): string {
  const ordered = lines
    .filter(({ quantity }) => quantity > 0)
    .sort((one, other) => other.expectedValueCents - one.expectedValueCents);
  const told = ordered.slice(0, MOST_LINES);
  const rest = ordered.length - told.length;
  return [
    `Plan as of ${asOf}, for the next ${windowDays} days.`,
    `It orders ${totals.units} units for ${writeDollars(totals.costCents)}, expected to earn ${writeDollars(totals.expectedValueCents)}.`,
    `Without limits it would order ${uncappedTotals.units} units, expected to earn ${writeDollars(uncappedTotals.expectedValueCents)}.`,
    ...told.map(describeLine),
    ...(rest > 0 ? [`Further lines, worth less each: ${rest}.`] : []),
  ].join('\n');
}

function describeLine({ build, quantity, uncappedQuantity, expectedValueCents, reasons }: PlanLine): string {
  const name = [build.modelYear, build.make, build.model, build.trim].filter(Boolean).join(' ');
  const capped = uncappedQuantity > quantity ? ` (${uncappedQuantity} without limits)` : '';
  return `- ${name}: order ${quantity}${capped}, expected to earn ${writeDollars(expectedValueCents)}. ${reasons.join(' ')}`;
}
