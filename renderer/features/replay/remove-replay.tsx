import { Button } from '@mantine/core';
import type { Replay } from '@shared/contract/replay';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Question } from '../../components/question';
import { orpc } from '../../lib/engine-client';
import { notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';

const words = texts.replay.remove;

/** Asks first: a replay cannot be brought back, only run again. */
export function RemoveReplay({ replay, onRemoved }: { replay: Replay; onRemoved(): void }) {
  const [isAsked, setAsked] = useState(false);
  const remove = useMutation(
    orpc.replay.remove.mutationOptions({ onError: notifyError, onSuccess: onRemoved }),
  );
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setAsked(true)} data-testid="replay-remove">
        {words.button}
      </Button>
      <Question
        isOpen={isAsked}
        title={words.question}
        yes={words.button}
        no={words.keep}
        onYes={() => {
          setAsked(false);
          remove.mutate({ replayId: replay.id });
        }}
        onNo={() => setAsked(false)}
        testId="replay-remove-question"
      >
        {words.about}
      </Question>
    </>
  );
}
