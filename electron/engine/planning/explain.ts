/** Why a line is in the plan: three sentences at most, in the units and dollars of the figures behind them. */

import type { LineExploration } from '@shared/contract/exploration';
import { writeDollars } from '../figures/write-dollars';
import type { Candidate, DaysToSell } from './types';

type LineToExplain = {
  candidate: Candidate;
  quantity: number;
  uncappedQuantity: number;
  /** Labels of the limits that one more unit of this build would break. */
  brokenByOneMore: readonly string[];
  /** The draw among near-equal builds that this line won, and the build that won its last unit. */
  exploration?: LineExploration | null;
  givenTo?: string | null;
};

export function explainLine(line: LineToExplain, storeDaysToSell: DaysToSell | null): string[] {
  return [
    demandReason(line.candidate),
    paceReason(line.candidate, storeDaysToSell),
    explorationReason(line) ?? moneyReason(line),
  ];
}

/** Null where nothing was swapped. */
function explorationReason({ exploration, givenTo }: LineToExplain): string | null {
  if (givenTo) return `One unit went to the ${givenTo}, which is worth nearly as much: trying it to learn.`;
  if (!exploration?.insteadOf) return null;
  const { insteadOf, givenUpCents, propensity, choices } = exploration;
  return (
    `Trying this build to learn: one unit instead of the ${insteadOf}, for ${writeDollars(givenUpCents)} less expected; ` +
    `drawn with a chance of ${Math.round(propensity * 100)} % among ${choices.length} builds worth nearly the same.`
  );
}

function demandReason(candidate: Candidate): string {
  const { demand, demandAfterArrival, window, onHand, pipeline, lostSales } = candidate;
  const days = window.leadDays + window.reviewDays;
  return (
    `${oneDecimal(demand)} expected to sell in ${days} days, ${oneDecimal(demandAfterArrival)} of them after this ` +
    `order arrives; ${onHand} in stock, ${pipeline} arriving by then` +
    (lostSales >= 0.5 ? `, so ${oneDecimal(lostSales)} buyers would find none without it.` : '.')
  );
}

function paceReason({ economics, daysToSell, isCore }: Candidate, store: DaysToSell | null): string {
  const { grossCents, frontGrossCents, backGrossCents } = economics;
  const parts =
    frontGrossCents === null || backGrossCents === null
      ? ''
      : ` (${writeDollars(frontGrossCents)} front, ${writeDollars(backGrossCents)} back)`;
  const gross = `Earns ${writeDollars(grossCents)} a unit${parts}`;
  if (!daysToSell) return `${gross}; too few have sold to tell how fast.`;
  const { medianDays, isLowerBound, soldUnits, unsoldUnits, level } = daysToSell;
  const whose = level === 'build' ? '' : ` for the ${level}`;
  const basis = `${soldUnits} sold, ${unsoldUnits} unsold${whose}`;
  const pace = `takes ${isLowerBound ? 'over ' : ''}${medianDays} days to sell (${basis})`;
  return `${gross} and ${pace}${store ? `; the store's median is ${store.medianDays}` : ''}${isCore ? ': a core build' : ''}.`;
}

function moneyReason({ candidate, quantity, uncappedQuantity, brokenByOneMore }: LineToExplain): string {
  const last = candidate.marginalValuesCents[quantity - 1];
  const next = candidate.marginalValuesCents[quantity];
  if (quantity < uncappedQuantity && next !== undefined) {
    const limits = brokenByOneMore.length > 0 ? brokenByOneMore.join(' and ') : 'the limits together';
    return `One more unit would be worth ${writeDollars(next)}, but there is no room under ${limits}.`;
  }
  if (last !== undefined && last < 0) {
    return `Ordered only because a minimum requires it: the last unit is expected to lose ${writeDollars(-last)}.`;
  }
  const worth = last === undefined ? '' : `The last unit is worth ${writeDollars(last)} after holding`;
  if (next === undefined) return `${worth}.`;
  return next > 0
    ? `${worth}; one more would be worth ${writeDollars(next)}.`
    : `${worth}; one more would lose ${writeDollars(-next)}.`;
}

function oneDecimal(value: number): string {
  return (Math.round(value * 10) / 10).toString();
}
