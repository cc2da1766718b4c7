/** What a reader should know of a plan as a whole: the time it covers, and which limits are not set. */
import { addDays } from '@shared/domain/calendar-day';
import { leadTimesOf } from './candidates';
import { modelKey } from './configuration-tree';
import { windowOfModel } from './plan-window';
import type { Candidate, PlanInputs, PlanLimit } from './types';

/** `windowDays` is the longest window of any candidate, which is what the note's dates span. */
export function windowNotes(
  inputs: PlanInputs,
  candidates: readonly Candidate[],
): { windowDays: number; windowNote: string } {
  const leadTimes = leadTimesOf(inputs);
  const models = [...new Set(candidates.map(({ build }) => modelKey(build.make, build.model)))].sort();
  const leads = models.map((model) => windowOfModel(model, leadTimes).leadDays);
  const shortest = leads.length === 0 ? leadTimes.defaultLeadDays : Math.min(...leads);
  const longest = leads.length === 0 ? leadTimes.defaultLeadDays : Math.max(...leads);
  const windowDays = longest + leadTimes.reviewDays;
  const measured = [...leadTimes.daysByModel.keys()].length > 0;
  const lead = shortest === longest ? `${longest} days` : `${shortest} to ${longest} days, by model,`;
  const review = inputs.allocation
    ? `one allocation cycle of ${leadTimes.reviewDays}`
    : `${leadTimes.reviewDays} days to the next order`;
  return {
    windowDays,
    windowNote:
      `${inputs.today} to ${addDays(inputs.today, windowDays)}: ${lead} from order to delivery` +
      `${measured ? '' : ' (assumed, none measured)'} and ${review}.`,
  };
}

export function unlimitedNotes(limits: readonly PlanLimit[]): string[] {
  const unset = limits.filter((limit) => limit.bound === null && limit.kind !== 'blocked');
  const notes = unset.map((limit) => `${limit.label}: not set, so the plan is not limited by it.`);
  const hasAllocation = limits.some((limit) => limit.kind === 'allocation');
  return hasAllocation ? notes : [...notes, 'Allocation: none imported, so the plan is not limited by it.'];
}
