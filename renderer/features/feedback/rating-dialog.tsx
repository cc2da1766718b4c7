import { Button, Group, Modal, Rating, Stack, Text, Textarea } from '@mantine/core';
import type { Outcome } from '@shared/contract/feedback';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { orpc } from '../../lib/engine-client';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import { describeDecision, outcomeTitle, STATE_WORDS } from './outcome-words';

const words = texts.feedback.rating;

/** The user's own word on one outcome: how good the advice was, and why. Saving can be undone from the notice. */
export function RatingDialog({ outcome, onClose }: { outcome: Outcome | null; onClose(): void }) {
  const [rating, setRating] = useState(0);
  const [note, setNote] = useState('');
  useEffect(() => {
    setRating(outcome?.rating ?? 0);
    setNote(outcome?.note ?? '');
  }, [outcome]);
  const rate = useMutation(orpc.feedback.rate.mutationOptions({ onError: notifyError }));
  const save = () => {
    if (!outcome) return;
    const before = { outcomeId: outcome.id, rating: outcome.rating, note: outcome.note };
    rate.mutate(
      { outcomeId: outcome.id, rating: rating === 0 ? null : rating, note: note.trim() || null },
      {
        onSuccess: () => {
          notify({
            tone: 'good',
            title: words.kept,
            action: { label: texts.components.undo, run: () => rate.mutate(before) },
          });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened={outcome !== null}
      onClose={onClose}
      size={460}
      title={outcome ? outcomeTitle(outcome) : ''}
    >
      {outcome && (
        <Stack gap="sm" data-testid="rating-dialog">
          <Text size="sm" c="dimmed">
            {words.about(describeDecision(outcome), STATE_WORDS[outcome.state].meaning, outcome.reference)}
          </Text>
          <Rating value={rating} onChange={setRating} size="lg" aria-label={words.question} />
          <Textarea
            label={words.note}
            description={words.noteAbout}
            value={note}
            maxLength={1000}
            autosize
            minRows={3}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-testid="rating-note"
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.components.cancel}
            </Button>
            <Button loading={rate.isPending} onClick={save} data-testid="rating-save">
              {words.keep}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
