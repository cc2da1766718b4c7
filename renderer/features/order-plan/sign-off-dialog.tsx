import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import type { Plan } from '@shared/contract/plan';
import { useState } from 'react';
import { formatQuantity } from '../../lib/format';

type Undecided = 'accept' | 'decline';
type Props = {
  plan: Plan;
  isOpen: boolean;
  isBusy: boolean;
  onClose(): void;
  onSign(undecided: Undecided, note: string): void;
};

/** Closes the plan: says what becomes of lines nobody decided, for nothing can be changed afterwards. */
export function SignOffDialog({ plan, isOpen, isBusy, onClose, onSign }: Props) {
  const [undecided, setUndecided] = useState<Undecided>('accept');
  const [note, setNote] = useState('');
  const open = plan.lines.filter((line) => line.decision === null && line.quantity > 0);
  const units = open.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <Modal opened={isOpen} onClose={onClose} title="Sign the plan off" centered>
      <form
        data-testid="sign-off-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onSign(undecided, note.trim());
        }}
      >
        <Stack gap="sm">
          {open.length > 0 && (
            <Radio.Group
              label={`${formatQuantity(open.length, 'line')} of ${formatQuantity(units, 'unit')} ${open.length === 1 ? 'is' : 'are'} not decided`}
              value={undecided}
              onChange={(value) => setUndecided(value === 'decline' ? 'decline' : 'accept')}
            >
              <Stack gap={6} mt={6}>
                <Radio value="accept" label="Accept them as planned" />
                <Radio value="decline" label="Decline them" />
              </Stack>
            </Radio.Group>
          )}
          <TextInput
            label="Note"
            placeholder="For the order sheet"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <p style={{ margin: 0, fontSize: 12.5 }}>
            A signed plan does not change any more. A later one that you sign supersedes it; both stay on
            record.
          </p>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isBusy} data-testid="sign-off-confirm">
              Sign off
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
