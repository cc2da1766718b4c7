import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import type { Plan } from '@shared/contract/plan';
import { useState } from 'react';
import { formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.orderPlan.screen.signOff;

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
    <Modal opened={isOpen} onClose={onClose} title={words.title} centered>
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
              label={words.undecided(
                open.length,
                formatQuantity(open.length, 'line'),
                formatQuantity(units, 'unit'),
              )}
              value={undecided}
              onChange={(value) => setUndecided(value === 'decline' ? 'decline' : 'accept')}
            >
              <Stack gap={6} mt={6}>
                <Radio value="accept" label={words.accept} />
                <Radio value="decline" label={words.decline} />
              </Stack>
            </Radio.Group>
          )}
          <TextInput
            label={words.note}
            placeholder={words.noteExample}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <p style={{ margin: 0, fontSize: 12.5 }}>{words.about}</p>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={isBusy} data-testid="sign-off-confirm">
              {words.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
