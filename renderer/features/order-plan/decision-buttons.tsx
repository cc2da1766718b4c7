import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { texts } from '../../texts/texts';
import type { Decision } from './use-decisions';

const words = texts.orderPlan.lines.actions;

type Props = {
  isBusy: boolean;
  canUndo: boolean;
  isLabelled?: boolean;
  testIdSuffix: string;
  onDecide(decision: Decision): void;
  onUndo(): void;
};

const ACTIONS = [
  { decision: 'accepted', id: 'accept', label: words.accept, key: 'A', icon: IconCheck },
  { decision: 'changed', id: 'change', label: words.change, key: 'C', icon: IconPencil },
  { decision: 'declined', id: 'decline', label: words.decline, key: 'D', icon: IconX },
] as const;

/** Accept, change, decline, and take back. A row that is decided offers only the way back. */
export function DecisionButtons({ isBusy, canUndo, isLabelled, testIdSuffix, onDecide, onUndo }: Props) {
  const undo = { id: 'undo', label: words.undo, key: 'U', icon: IconArrowBackUp, run: onUndo };
  const actions = ACTIONS.map(({ decision, ...action }) => ({ ...action, run: () => onDecide(decision) }));
  const shown = isLabelled ? [...actions, ...(canUndo ? [undo] : [])] : canUndo ? [undo] : actions;
  return shown.map(({ id, label, key, icon: Icon, run }) =>
    isLabelled ? (
      <Button
        key={id}
        variant="default"
        leftSection={<Icon size={14} />}
        disabled={isBusy}
        onClick={run}
        data-testid={`${id}${testIdSuffix}`}
      >
        {label}
      </Button>
    ) : (
      <Tooltip key={id} label={`${label} (${key})`}>
        <ActionIcon
          size="sm"
          tabIndex={-1}
          aria-label={label}
          disabled={isBusy}
          onClick={run}
          data-testid={`${id}${testIdSuffix}`}
        >
          <Icon size={15} />
        </ActionIcon>
      </Tooltip>
    ),
  );
}
