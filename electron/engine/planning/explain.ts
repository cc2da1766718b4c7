/** Why a line is in the plan: three sentences at most, in the units and dollars of the figures behind them. */

import type { LineExploration } from '@shared/contract/exploration';
import { engineTexts } from '@shared/texts/engine-texts';
import { writeDollars } from '../figures/write-dollars';
import type { Candidate, DaysToSell } from './types';

const texts = engineTexts.planning.reasons;

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
  ].filter((reason) => reason !== null);
}

/** Null where nothing was swapped. */
function explorationReason({ exploration, givenTo }: LineToExplain): string | null {
  if (givenTo) return texts.triedInstead(givenTo);
  if (!exploration?.insteadOf) return null;
  const { insteadOf, givenUpCents, propensity, choices } = exploration;
  return texts.tried({
    insteadOf,
    givenUp: writeDollars(givenUpCents),
    chance: Math.round(propensity * 100),
    choices: choices.length,
  });
}

function demandReason(candidate: Candidate): string {
  const { demand, demandAfterArrival, window, onHand, pipeline, lostSales } = candidate;
  return texts.demand({
    demand: oneDecimal(demand),
    days: window.leadDays + window.reviewDays,
    afterArrival: oneDecimal(demandAfterArrival),
    onHand,
    arriving: pipeline,
    lostSales: lostSales >= 0.5 ? oneDecimal(lostSales) : null,
  });
}

function paceReason({ economics, daysToSell, isCore }: Candidate, store: DaysToSell | null): string {
  const { grossCents, frontGrossCents, backGrossCents } = economics;
  const earns =
    frontGrossCents === null || backGrossCents === null
      ? texts.earns(writeDollars(grossCents))
      : texts.earnsInParts(
          writeDollars(grossCents),
          writeDollars(frontGrossCents),
          writeDollars(backGrossCents),
        );
  if (!daysToSell) return texts.paceUnknown(earns);
  const { medianDays, isLowerBound, soldUnits, unsoldUnits, level } = daysToSell;
  return texts.pace({
    earns,
    days: medianDays,
    isLowerBound,
    basis: texts.soldOf[level](soldUnits, unsoldUnits),
    storeDays: store?.medianDays ?? null,
    isCore,
  });
}

/** Null where nothing is ordered and no limit is why. */
function moneyReason({
  candidate,
  quantity,
  uncappedQuantity,
  brokenByOneMore,
}: LineToExplain): string | null {
  const last = candidate.marginalValuesCents[quantity - 1];
  const next = candidate.marginalValuesCents[quantity];
  if (quantity < uncappedQuantity && next !== undefined) {
    const limits = brokenByOneMore.length > 0 ? texts.limitsNamed(brokenByOneMore) : texts.limitsTogether;
    return texts.noRoom(writeDollars(next), limits);
  }
  if (last === undefined) return null;
  if (last < 0) return texts.required(writeDollars(-last));
  const worth = writeDollars(last);
  if (next === undefined) return texts.lastUnit(worth);
  return next > 0
    ? texts.oneMoreEarns(worth, writeDollars(next))
    : texts.oneMoreLoses(worth, writeDollars(-next));
}

function oneDecimal(value: number): string {
  return (Math.round(value * 10) / 10).toString();
}
