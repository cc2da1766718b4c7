import { SegmentedControl } from '@mantine/core';
import { type OutcomeState, outcomeStateSchema } from '@shared/contract/feedback';
import { formatCount } from '../../lib/format';
import { texts } from '../../texts/texts';
import { STATE_WORDS } from './outcome-words';

const words = texts.feedback.filter;

type Props = {
  byState: Partial<Record<OutcomeState, number>>;
  state: OutcomeState | null;
  onShow(state: OutcomeState | null): void;
};

/** One choice for each state that occurs, with how many there are. */
export function StateFilter({ byState, state, onShow }: Props) {
  const all = outcomeStateSchema.options.reduce((sum, each) => sum + (byState[each] ?? 0), 0);
  const shown = outcomeStateSchema.options.filter((each) => (byState[each] ?? 0) > 0 || each === state);
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.label}
      value={state ?? 'all'}
      onChange={(value) => onShow(outcomeStateSchema.safeParse(value).data ?? null)}
      data={[
        { value: 'all', label: words.all(formatCount(all)) },
        ...shown.map((each) => ({
          value: each,
          label: words.state(STATE_WORDS[each].label, formatCount(byState[each] ?? 0)),
        })),
      ]}
      data-testid="feedback-state"
    />
  );
}
