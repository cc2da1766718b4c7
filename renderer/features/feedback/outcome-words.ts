/** The words of an outcome, as a dealer says them. */
import type { Outcome, OutcomeState } from '@shared/contract/feedback';
import { buildTitle } from '@shared/domain/build';
import type { Tone } from '../../components/tone';
import { formatQuantity, MISSING } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.feedback;

type StateWords = { label: string; meaning: string; tone: Tone | 'neutral' };

export const STATE_WORDS: Record<OutcomeState, StateWords> = {
  sold: { ...words.states.sold, tone: 'good' },
  partly_sold: { ...words.states.partly_sold, tone: 'neutral' },
  in_stock: { ...words.states.in_stock, tone: 'neutral' },
  on_order: { ...words.states.on_order, tone: 'neutral' },
  not_ordered: { ...words.states.not_ordered, tone: 'caution' },
  declined: { ...words.states.declined, tone: 'neutral' },
};

/** `2 of 3 sold`; what is not known yet says so. */
export function describeSales({ decision, orderedQuantity, unitsSold }: Outcome): string {
  if (decision === 'declined' || orderedQuantity === 0) return MISSING;
  return words.decision.sold(unitsSold ?? 0, orderedQuantity);
}

export function outcomeTitle({ build }: Outcome): string {
  return buildTitle(build);
}

/** `3 → 2, No place`: advised and ordered, with the reason. */
export function shortDecision({ decision, recommendedQuantity, orderedQuantity, reason }: Outcome): string {
  const ordered = decision === 'declined' ? words.decision.declined : String(orderedQuantity);
  return words.decision.short(recommendedQuantity, ordered, reason);
}

/** `accepted 2 of 3 units`; a changed quantity shows both. */
export function describeDecision({
  decision,
  recommendedQuantity,
  orderedQuantity,
  reason,
}: Outcome): string {
  const advised = formatQuantity(recommendedQuantity, 'unit');
  const decided = words.decision.inFull[decision](advised, orderedQuantity);
  return reason ? words.decision.because(decided, reason) : decided;
}
