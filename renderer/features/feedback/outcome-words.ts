/** The words of an outcome, as a dealer says them. */
import type { Outcome, OutcomeState } from '@shared/contract/feedback';
import { buildTitle } from '@shared/domain/build';
import type { Tone } from '../../components/tone';
import { formatQuantity } from '../../lib/format';

export const STATE_WORDS: Record<OutcomeState, { label: string; tone: Tone | 'neutral'; meaning: string }> = {
  sold: { label: 'Sold', tone: 'good', meaning: 'Every ordered unit has sold' },
  partly_sold: {
    label: 'Partly sold',
    tone: 'neutral',
    meaning: 'Some sold, the rest stands: not a failure yet',
  },
  in_stock: {
    label: 'In stock',
    tone: 'neutral',
    meaning: 'Arrived, nothing sold yet: how long it takes is open',
  },
  on_order: { label: 'On order', tone: 'neutral', meaning: 'Ordered, not here yet' },
  not_ordered: {
    label: 'Not ordered',
    tone: 'caution',
    meaning: 'Agreed to, but no order or arrival was found',
  },
  declined: {
    label: 'Declined',
    tone: 'neutral',
    meaning: 'Turned down; kept, so that advice can be judged',
  },
};

/** `2 of 3 sold`; what is not known yet says so. */
export function describeSales({ decision, orderedQuantity, unitsSold }: Outcome): string {
  if (decision === 'declined' || orderedQuantity === 0) return '–';
  return `${unitsSold ?? 0} of ${orderedQuantity}`;
}

export function outcomeTitle({ build }: Outcome): string {
  return buildTitle(build);
}

/** `3 → 2, No place`: advised and ordered, with the reason. */
export function shortDecision({ decision, recommendedQuantity, orderedQuantity, reason }: Outcome): string {
  const ordered = decision === 'declined' ? 'declined' : String(orderedQuantity);
  return `${recommendedQuantity} → ${ordered}${reason ? `, ${reason}` : ''}`;
}

/** `accepted 2 of 3 units`; a changed quantity shows both. */
export function describeDecision({
  decision,
  recommendedQuantity,
  orderedQuantity,
  reason,
}: Outcome): string {
  const advised = formatQuantity(recommendedQuantity, 'unit');
  const said = reason ? `: ${reason}` : '';
  if (decision === 'declined') return `${advised} advised, declined${said}`;
  return `${advised} advised, ${decision}, ${orderedQuantity} ordered${said}`;
}
