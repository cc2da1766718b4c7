import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useLayoutEffect, useRef } from 'react';
import { FirstRun } from '../../features/first-run/first-run';
import { addFiles } from '../../features/imports/add-files';
import { useImportQueue } from '../../features/imports/import-queue-store';
import { useCorrectingStore } from '../../lib/correcting-store';
import { desktop } from '../../lib/desktop-bridge';
import { useEngineStatusStore } from '../../lib/engine-status-store';
import { useGuideStore } from '../../lib/guide-store';
import { useJobsStore } from '../../lib/jobs-store';
import { useLockStore } from '../../lib/lock-store';
import { useSessionStore } from '../../lib/session-store';
import { useStoreChoice, useStores } from '../../lib/use-stores';
import { CommandPalette } from './command-palette';
import { EngineBanner } from './engine-banner';
import { EngineFailureScreen } from './engine-failure-screen';
import { FilterBar } from './filter-bar';
import { GuideBar } from './guide-bar';
import { HelpPanel } from './help-panel';
import { useJobNotices } from './job-notices';
import { LockScreen } from './lock-screen';
import { Navigation } from './navigation';
import { Notices } from './notices';
import classes from './shell.module.css';
import { ShortcutsSheet } from './shortcuts-sheet';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { useActivity } from './use-activity';
import { useDefaultView } from './use-default-view';
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
  useDefaultView();
  return (
    <div className={classes.shell}>
      <Navigation />
      <div className={classes.main}>
        <TopBar />
        <EngineBanner />
        <FilterBar />
        <GuideBar />
        <div className={classes.content}>
          <ScreenOrFirstRun />
        </div>
        <StatusBar />
      </div>
      <CommandPalette />
      <ShortcutsSheet />
      <HelpPanel />
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

/** The guide goes on where files are read: the third step is on the Imports screen. */
function useBringFiles(): (storeCode: string) => void {
  const navigate = useNavigate();
  return (storeCode) => {
    useImportQueue.getState().setOptions({ storeCode });
    void desktop.chooseFiles().then(async (paths) => {
      if (paths.length === 0) return;
      useGuideStore.getState().go(3);
      await navigate({ to: '/imports' });
      await addFiles(paths);
    });
  };
}

/** Kept on the document, where the colours are: chosen here, or asked for by the system. */
function useContrast(): void {
  const isChosen = useSessionStore((state) => state.isContrastHigh);
  const isSystemHigh = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false });
  const isHigh = isChosen || isSystemHigh;
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
  const bringFiles = useBringFiles();
  const isLoadingSample = useJobsStore(({ jobs }) =>
    jobs.some((job) => job.kind === 'sample' && job.state === 'running'),
  );
  const hasOwnStore = stores?.some(({ isSample }) => !isSample);
  const isFirstRun = stores !== undefined && (stores.length === 0 || (isLoadingSample && !hasOwnStore));
  const wasOpen = useRef(false);
  if (isFirstRun && !WORKS_WITHOUT_A_STORE.includes(pathname) && !failure)
    return <FirstRun onFiles={bringFiles} />;
  wasOpen.current ||= stores !== undefined;
  return (
    <>
      {failure && <EngineFailureScreen failure={failure} />}
      {(!failure || wasOpen.current) && (
        // Kept under a failure: what was typed is there when the engine is back.
        <div className={classes.kept} hidden={failure !== null}>
          <Outlet />
        </div>
      )}
    </>
  );
}
