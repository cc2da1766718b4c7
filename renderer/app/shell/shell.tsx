import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useLayoutEffect } from 'react';
import { FirstRun } from '../../features/first-run/first-run';
import { useCorrectingStore } from '../../lib/correcting-store';
import { useEngineStatusStore } from '../../lib/engine-status-store';
import { useJobsStore } from '../../lib/jobs-store';
import { useLockStore } from '../../lib/lock-store';
import { useSessionStore } from '../../lib/session-store';
import { useStoreChoice, useStores } from '../../lib/use-stores';
import { CommandPalette } from './command-palette';
import { EngineBanner } from './engine-banner';
import { EngineFailureScreen } from './engine-failure-screen';
import { FilterBar } from './filter-bar';
import { useJobNotices } from './job-notices';
import { LockScreen } from './lock-screen';
import { Navigation } from './navigation';
import { Notices } from './notices';
import classes from './shell.module.css';
import { TopBar } from './top-bar';
import { useActivity } from './use-activity';
import { useShellInput } from './use-shell-input';
import { useWatchNotices } from './use-watch-notices';

const RecordDrawer = lazy(() =>
  import('../../features/imports/corrections/record-drawer').then((module) => ({
    default: module.RecordDrawer,
  })),
);

/** While the lock is shut nothing of the store is mounted, so nothing of it is asked for or painted. */
export function Shell() {
  const isLocked = useLockStore((state) => state.isLocked);
  const failure = useEngineStatusStore((status) => status.failure);
  return isLocked && !failure ? <LockScreen /> : <OpenShell />;
}

function OpenShell() {
  useStoreChoice();
  useShellInput();
  useJobNotices();
  useWatchNotices();
  useContrast();
  useActivity();
  return (
    <div className={classes.shell}>
      <Navigation />
      <div className={classes.main}>
        <TopBar />
        <EngineBanner />
        <FilterBar />
        <div className={classes.content}>
          <ScreenOrFirstRun />
        </div>
      </div>
      <CommandPalette />
      <Correcting />
      <Notices />
    </div>
  );
}

/** Loaded with the first record that is opened, and mounted from then on, so that it closes as it opened. */
function Correcting() {
  const wasOpened = useCorrectingStore((state) => state.wasOpened);
  return wasOpened ? (
    <Suspense>
      <RecordDrawer />
    </Suspense>
  ) : null;
}

/** Kept on the document, where the colours are. */
function useContrast(): void {
  const isHigh = useSessionStore((state) => state.isContrastHigh);
  useLayoutEffect(() => {
    document.documentElement.setAttribute('data-contrast', isHigh ? 'high' : 'normal');
  }, [isHigh]);
}

const WORKS_WITHOUT_A_STORE = ['/imports', '/settings'];

/** Until there is a store, and while the sample is being made, figures would only be dashes. */
function ScreenOrFirstRun() {
  const { data: stores } = useStores();
  const { pathname } = useLocation();
  const failure = useEngineStatusStore((status) => status.failure);
  const isLoadingSample = useJobsStore(({ jobs }) =>
    jobs.some((job) => job.kind === 'sample' && job.state === 'running'),
  );
  const hasOwnStore = stores?.some(({ isSample }) => !isSample);
  const isFirstRun = stores !== undefined && (stores.length === 0 || (isLoadingSample && !hasOwnStore));
  if (failure) return <EngineFailureScreen failure={failure} />;
  if (isFirstRun && !WORKS_WITHOUT_A_STORE.includes(pathname)) return <FirstRun />;
  return <Outlet />;
}
