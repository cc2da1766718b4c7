import { Button, Group, Modal, Skeleton, Stack, Textarea } from '@mantine/core';
import type { Plan } from '@shared/contract/plan';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { QueryView } from '../../components/query-view';
import { Sentence } from '../../components/sentence';
import { describeError, type ErrorWords } from '../../lib/describe-error';
import { engine, orpc } from '../../lib/engine-client';
import { texts } from '../../texts/texts';
import classes from './explain-dialog.module.css';

const words = texts.orderPlan.screen.explain;

type Answer = { isAsking: boolean; text: string | null; failure: ErrorWords | null };
const NONE: Answer = { isAsking: false, text: null, failure: null };

/** Shows exactly what would go to the language model, sends it when told to, and shows the wording that came back. */
export function ExplainDialog({ plan, onClose }: { plan: Plan; onClose(): void }) {
  const [answer, setAnswer] = useState(NONE);
  const cancel = useRef<AbortController | null>(null);
  const state = useQuery(orpc.assistant.getState.queryOptions({ input: {}, staleTime: 0 }));
  const preview = useQuery(
    orpc.assistant.previewPlan.queryOptions({ input: { planId: plan.id }, staleTime: 0, retry: false }),
  );
  const ask = async (digest: string) => {
    const controller = new AbortController();
    cancel.current = controller;
    setAnswer({ ...NONE, isAsking: true });
    try {
      const { text } = await engine.assistant.explainPlan(
        { planId: plan.id, digest },
        { signal: controller.signal },
      );
      setAnswer({ ...NONE, text });
    } catch (error) {
      setAnswer(controller.signal.aborted ? NONE : { ...NONE, failure: describeError(error) });
    }
  };
  const close = () => {
    cancel.current?.abort();
    onClose();
  };
  return (
    <Modal opened onClose={close} title={words.title} size="lg" centered>
      <Stack gap="sm" data-testid="explain-dialog">
        {answer.text !== null && (
          <section aria-live="polite" className={classes.answer} data-testid="explanation">
            <p>{answer.text}</p>
            <small>{words.by(state.data?.model ?? '')}</small>
          </section>
        )}
        {answer.failure && (
          <p role="alert" className={classes.failure} data-testid="explain-failure">
            <b>{answer.failure.message}</b> {answer.failure.nextStep}
          </p>
        )}
        <QueryView query={preview} loading={<Skeleton height={180} />}>
          {({ address, body, digest }) => (
            <>
              <p className={classes.text}>
                <Sentence parts={words.goesTo(<b>{address}</b>)} />
              </p>
              <Textarea
                readOnly
                label={words.body}
                rows={12}
                value={body}
                classNames={{ input: classes.body ?? '' }}
                data-testid="explain-body"
              />
              <Group justify="flex-end" gap="xs">
                {state.data?.isOn === false && (
                  <Link to="/settings" search={{ page: 'assistant' }}>
                    {words.switchOn}
                  </Link>
                )}
                <Button variant="default" onClick={answer.isAsking ? () => cancel.current?.abort() : close}>
                  {answer.isAsking ? words.cancel : words.close}
                </Button>
                <Button
                  loading={answer.isAsking}
                  disabled={state.data?.isOn !== true}
                  onClick={() => void ask(digest)}
                  data-testid="explain-send"
                >
                  {words.send}
                </Button>
              </Group>
            </>
          )}
        </QueryView>
      </Stack>
    </Modal>
  );
}
