/**
 * Why a gap and the order plan differ, in dollars. The gap is what so many days' supply lacks, a rule of thumb that every
 * dealer knows; the plan orders what earns its keep. Where the plan orders less, either the next unit would lose money, or a
 * limit leaves no room for it; where it orders more, the last unit still earns something.
 */
import type { Gap, GapInPlan } from '@shared/contract/plan-gaps';
import type { KeptCandidate } from './kept-question';

type Segment = Pick<Gap, 'make' | 'model' | 'trim' | 'gap'>;

/** @param candidates of the newest plan of the day */
export function gapInPlan(segment: Segment, candidates: readonly KeptCandidate[]): GapInPlan {
  const members = candidates.filter(
    ({ build }) =>
      build.make === segment.make &&
      build.model === segment.model &&
      (segment.trim === null || build.trim === segment.trim),
  );
  return { ...reasonOf(segment, members), monthlyDemand: monthlyDemandOf(members) };
}

/** By days in stock, where the gap goes by the forecast: the two are shown side by side. */
function monthlyDemandOf(members: readonly KeptCandidate[]): number | null {
  if (members.length === 0) return null;
  return members.reduce<number | null>(
    (sum, { monthlyDemand }) => (sum === null || monthlyDemand === undefined ? null : sum + monthlyDemand),
    0,
  );
}

function reasonOf(segment: Segment, members: readonly KeptCandidate[]): Omit<GapInPlan, 'monthlyDemand'> {
  const units = members.reduce((sum, { quantity }) => sum + quantity, 0);
  const wanted = Math.max(0, segment.gap);
  if (members.length === 0) return { units, because: wanted === 0 ? 'agrees' : 'not_orderable', cents: null };
  if (units === wanted) return { units, because: 'agrees', cents: null };
  if (units > wanted) return { units, because: 'last_unit_earns', cents: lastUnitCents(members) };
  const next = nextUnitCents(members);
  return { units, because: next > 0 ? 'no_room' : 'next_unit_loses', cents: next };
}

/** Of the best next unit: what could be ordered at once. */
function nextUnitCents(members: readonly KeptCandidate[]): number {
  const next = members.map(({ valuesCents, quantity }) => valuesCents[quantity] ?? valuesCents.at(-1) ?? 0);
  return Math.max(...next);
}

/** Of the ordered unit that is worth least. */
function lastUnitCents(members: readonly KeptCandidate[]): number {
  const last = members.flatMap(({ valuesCents, quantity }) =>
    quantity > 0 ? [valuesCents[quantity - 1] ?? 0] : [],
  );
  return Math.min(...last);
}
