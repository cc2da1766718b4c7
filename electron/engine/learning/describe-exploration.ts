/** What the log says of exploration, in words. */
import type { Exploration } from '@shared/contract/exploration';

type Judged = Pick<Exploration, 'decisions' | 'neededDecisions' | 'open' | 'verdict' | 'isOn'>;

export function describeExploration({ decisions, neededDecisions, open, verdict, isOn }: Judged): string {
  if (!verdict) {
    const waiting = open === 0 ? '' : ` ${open} more are too young to judge or not yet sold.`;
    return `Not enough data: ${decisions} of ${neededDecisions} decided recommendations whose end is known.${waiting}`;
  }
  const { mean, low, high } = verdict.gain;
  const figures = `${signed(mean)} (95 % interval ${signed(low)} to ${signed(high)}) on ${verdict.decisions} decisions`;
  if (!verdict.mayExplore) {
    const consequence = isOn ? 'Exploration is on, but plans leave it out' : 'Exploration stays off';
    return `${consequence}: going by what was learned would not surely have earned more, ${figures}.`;
  }
  const standing = isOn ? 'Plans try near-equal builds' : 'Exploration may be switched on';
  return `${standing}: going by what was learned would have earned more, ${figures}.`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
