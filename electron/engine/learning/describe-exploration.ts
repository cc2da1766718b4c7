/** What the log says of exploration, in words. */

import type { Exploration } from '@shared/contract/exploration';
import { engineTexts } from '@shared/texts/engine-texts';

const texts = engineTexts.planning.exploration;

type Judged = Pick<Exploration, 'decisions' | 'neededDecisions' | 'open' | 'verdict' | 'isOn'>;

export function describeExploration({ decisions, neededDecisions, open, verdict, isOn }: Judged): string {
  if (!verdict) {
    const waiting = open === 0 ? [] : [texts.tooYoung(open)];
    return [texts.notEnough(decisions, neededDecisions), ...waiting].join(' ');
  }
  const { mean, low, high } = verdict.gain;
  const figures = texts.gain(signed(mean), signed(low), signed(high), verdict.decisions);
  if (!verdict.mayExplore) return isOn ? texts.leftOut(figures) : texts.staysOff(figures);
  return isOn ? texts.tries(figures) : texts.mayBeOn(figures);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
