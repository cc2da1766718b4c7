import { Switch } from '@mantine/core';
import type { Exploration } from '@shared/contract/exploration';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Meter } from '../../components/meter';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import { DrawsTable } from './draws-table';
import classes from './exploration-panel.module.css';
import { VerdictIntervals } from './verdict-intervals';

const words = texts.learning.exploration;

/** Whether plans may try near-equal builds, what the store's own log says of it, and every draw so far. */
export function ExplorationPanel({ exploration }: { exploration: Exploration }) {
  const { isOn, mayExplore, verdict, draws, storeCode, asOf, note } = exploration;
  const cache = useQueryClient();
  const save = useMutation(
    orpc.stores.updateSettings.mutationOptions({
      onError: notifyError,
      // The switch stays where it was put until the new standing is there.
      onSuccess: () => cache.invalidateQueries({ queryKey: orpc.learning.getExploration.key() }),
    }),
  );
  const turn = (isExploring: boolean) =>
    save.mutate(
      { storeCode, settings: { isExploring } },
      {
        onSuccess: () =>
          notify({
            tone: 'good',
            title: isExploring ? words.turnedOn : words.turnedOff,
            detail: isExploring ? words.turnedOnAbout : words.turnedOffAbout,
          }),
      },
    );
  return (
    <>
      <Panel
        title={words.title}
        note={words.note(formatDay(asOf))}
        actions={
          <Switch
            label={words.toggle}
            checked={save.isPending ? save.variables.settings.isExploring === true : isOn}
            disabled={save.isPending || (!isOn && !mayExplore)}
            onChange={(event) => turn(event.currentTarget.checked)}
            data-testid="exploration-switch"
          />
        }
        testId="exploration"
      >
        <p className={classes.note} data-testid="exploration-note">
          <Standing exploration={exploration} /> {note}
        </p>
        {!verdict && <Missing exploration={exploration} />}
        {draws.length > 0 && <DrawsTable draws={draws} />}
      </Panel>
      {verdict && <VerdictIntervals verdict={verdict} />}
    </>
  );
}

function Standing({ exploration: { verdict, mayExplore, isOn } }: { exploration: Exploration }) {
  if (!verdict) return <StatusPill tone="neutral">{words.notEnough}</StatusPill>;
  if (!mayExplore) return <StatusPill tone={isOn ? 'caution' : 'neutral'}>{words.noSureGain}</StatusPill>;
  return <StatusPill tone="good">{isOn ? words.on : words.gainShown}</StatusPill>;
}

function Missing({ exploration: { decisions, neededDecisions } }: { exploration: Exploration }) {
  return (
    <div className={classes.missing}>
      <Meter share={Math.min(1, decisions / neededDecisions)} width={220} />
      <span>{words.needed(formatCount(decisions), formatQuantity(neededDecisions, 'decision'))}</span>
    </div>
  );
}
