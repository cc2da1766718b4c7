import { Button, Skeleton } from '@mantine/core';
import type { WatchState } from '@shared/contract/watch';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatInstant, formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import { WatchDialog } from './watch-dialog';
import classes from './watch-panel.module.css';
import { WatchedFiles } from './watched-files';

const words = texts.imports.watch;

/** The folder whose new files are imported by themselves: whether it is watched, and what became of its files. */
export function WatchPanel() {
  const state = useQuery(orpc.watch.get.queryOptions());
  const [isChoosing, setChoosing] = useState(false);
  const change = useMutation(orpc.watch.update.mutationOptions({ onError: notifyError }));
  const look = useMutation(
    orpc.watch.lookNow.mutationOptions({
      onSuccess: (job) => {
        if (job === null) notify({ tone: 'good', title: words.nothingNew, topic: 'watch-look' });
      },
      onError: notifyError,
    }),
  );
  const isOn = state.data !== undefined && state.data.condition !== 'off';
  return (
    <Panel
      title={words.title}
      note={words.note}
      isFlush
      testId="watch-panel"
      actions={
        <>
          {isOn && (
            <>
              <Button
                variant="default"
                onClick={() => change.mutate({ isOn: false })}
                data-testid="watch-off"
              >
                {words.stop}
              </Button>
              <Button
                variant="default"
                loading={look.isPending}
                onClick={() => look.mutate(undefined)}
                data-testid="watch-look"
              >
                {words.lookNow}
              </Button>
            </>
          )}
          <Button variant="default" onClick={() => setChoosing(true)} data-testid="watch-set">
            {isOn ? words.change : words.start}
          </Button>
        </>
      }
    >
      <QueryView query={state} loading={<Skeleton height={60} m="sm" />}>
        {(present) => (
          <>
            <WatchLine state={present} />
            <WatchedFiles isOn={present.condition !== 'off'} />
            <WatchDialog
              key={String(isChoosing)}
              isOpen={isChoosing}
              settings={present.settings}
              onClose={() => setChoosing(false)}
            />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function WatchLine({ state }: { state: WatchState }) {
  const { condition, settings, message, lastLookedAt, waiting } = state;
  if (condition === 'off') {
    return (
      <p className={classes.line}>
        <StatusPill tone="neutral">{words.off}</StatusPill>
        <span className={classes.dim}>{words.offAbout}</span>
      </p>
    );
  }
  return (
    <>
      <p className={classes.line} data-testid="watch-state" data-condition={condition}>
        {condition === 'watching' ? (
          <StatusPill tone="good">{words.watching}</StatusPill>
        ) : (
          <StatusPill tone="act">{words.unreachable}</StatusPill>
        )}
        <strong className={classes.folder}>{settings.folder}</strong>
        <span className={classes.dim}>
          {condition === 'unreachable'
            ? words.keepsTrying(message ?? '')
            : lastLookedAt && words.lookedAt(formatInstant(lastLookedAt))}
        </span>
      </p>
      {waiting.length > 0 && (
        <p className={classes.line}>
          <StatusPill tone="caution">{words.waiting(formatQuantity(waiting.length, 'file'))}</StatusPill>
          <span className={classes.dim}>
            {waiting
              .slice(0, 3)
              .map(({ file, why }) => `${file}: ${why}`)
              .join(' ')}
          </span>
        </p>
      )}
    </>
  );
}
