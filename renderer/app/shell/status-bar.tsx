import { UnstyledButton } from '@mantine/core';
import type { Status } from '@shared/contract/system';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/engine-client';
import { useEngineStatusStore } from '../../lib/engine-status-store';
import { formatDay } from '../../lib/format';
import { useJobsStore } from '../../lib/jobs-store';
import { useFiguresFirst } from '../../lib/use-figures-first';
import { texts } from '../../texts/texts';
import { useSheetStore } from './sheet-store';
import classes from './status-bar.module.css';

const words = texts.shell.status;

/** How fresh each kind of data is, what runs, and how the engine is, in one line under every screen. */
export function StatusBar() {
  const enabled = useFiguresFirst();
  const { data } = useQuery(orpc.system.getStatus.queryOptions({ input: {}, enabled }));
  const engineState = useEngineStatusStore(({ state }) => state);
  const running = useJobsStore(({ jobs }) => jobs.filter(({ state }) => state === 'running').length);
  const openTray = useJobsStore(({ setTrayOpen }) => setTrayOpen);
  const openSheet = useSheetStore(({ show }) => show);
  return (
    <footer className={classes.bar} data-testid="status-bar">
      <span>{words.engine[engineState]}</span>
      <span data-testid="status-freshness">{data ? describeFreshness(data.freshness) : ' '}</span>
      <span className={classes.end}>
        {running > 0 && (
          <UnstyledButton className={classes.link} onClick={() => openTray(true)}>
            {words.running(running)}
          </UnstyledButton>
        )}
        <UnstyledButton className={classes.link} onClick={() => openSheet('shortcuts')}>
          {words.shortcuts} ?
        </UnstyledButton>
      </span>
    </footer>
  );
}

export function describeFreshness(freshness: Status['freshness']): string {
  const known = Object.entries(words.kinds).flatMap(([kind, word]) => {
    const day = freshness[kind as keyof typeof words.kinds];
    return day ? [words.newest(word, formatDay(day))] : [];
  });
  return known.length === 0 ? words.noData : known.join(' · ');
}
