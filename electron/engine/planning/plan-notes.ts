/** What a reader should know of a plan as a whole: the time it covers, and which limits are not set. */
import { addDays } from '@shared/domain/calendar-day';
import { modelKey } from './configuration-tree';
import { isUnderLimit } from './constraints';
import { isLeadMeasured, leadTimesOf, windowOfModel } from './plan-window';
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
  const isMeasured = models.some((model) => isLeadMeasured(model, leadTimes));
  const lead = shortest === longest ? `${longest} days` : `${shortest} to ${longest} days, by model,`;
  const review = inputs.allocation
    ? `one allocation cycle of ${leadTimes.reviewDays} days`
    : `${leadTimes.reviewDays} days to the next order`;
  return {
    windowDays,
    windowNote:
      `${inputs.today} to ${addDays(inputs.today, windowDays)}: ${lead} from order to delivery` +
      `${isMeasured ? '' : ' (assumed, none measured)'} and ${review}.`,
  };
}

/** Limits that are not set, and models of an allocated make that no allocation group names. */
export function unlimitedNotes(limits: readonly PlanLimit[], candidates: readonly Candidate[]): string[] {
  const unset = limits.filter((limit) => limit.bound === null && limit.kind !== 'blocked');
  const notes = unset.map((limit) => `${limit.label}: not set, so the plan is not limited by it.`);
  const allocations = limits.filter((limit) => limit.kind === 'allocation');
  if (allocations.length === 0) {
    return [...notes, 'Allocation: none for this cycle, so the plan is not limited by it.'];
  }
  const unnamed = candidates.filter(({ build }) => !allocations.some((limit) => isUnderLimit(limit, build)));
  const models = [...new Set(unnamed.map(({ build }) => build.model))].sort();
  if (models.length === 0) return notes;
  return [...notes, `No allocation group names ${models.join(', ')}, so allocation does not limit them.`];
}
