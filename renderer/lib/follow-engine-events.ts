/** Follows the engine's events for as long as there is an engine: jobs to the tray, changes to the cache. */
import type { EngineEvent } from '@shared/contract/events';
import type { Notification } from '@shared/contract/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { desktop } from './desktop-bridge';
import { engine, engineLink, orpc } from './engine-client';
import { useEngineStatusStore } from './engine-status-store';
import { useJobsStore } from './jobs-store';
import { useLockStore } from './lock-store';
import { notify } from './notices-store';
import { dependsOnAreas } from './query-client';
import { useSessionStore } from './session-store';

/** Starts following; after each restart it subscribes again and asks for everything anew. */
export function followEngineEvents(queryClient: QueryClient): () => void {
  let isFirst = true;
  return engineLink.onAttach((ended) => {
    if (!isFirst) void queryClient.invalidateQueries();
    isFirst = false;
    void follow(queryClient, ended);
  });
}

async function follow(queryClient: QueryClient, ended: AbortSignal): Promise<void> {
  try {
    const events = await engine.events.subscribe({}, { signal: ended });
    useEngineStatusStore.getState().report({ state: 'ready', message: null });
    const { isLockEnabled, isLocked } = await engine.security.getState({});
    useLockStore.getState().know(isLockEnabled, isLocked);
    if (!isLocked) useJobsStore.getState().replaceAll(await engine.jobs.list({}));
    for await (const event of events) {
      if (ended.aborted) return;
      applyEvent(queryClient, event);
    }
  } catch {
    // The port is gone: the next one subscribes again, and the banner already says what happened.
  }
}

/** The bell counts it; the system shows it while nobody looks at the window. */
function tellNews(queryClient: QueryClient, { title, detail }: Notification): void {
  void queryClient.invalidateQueries({ queryKey: orpc.notifications.key() });
  if (useSessionStore.getState().isNewsOnDesktop && !document.hasFocus())
    desktop.showNotification({ title, body: detail });
}

function applyEvent(queryClient: QueryClient, event: EngineEvent): void {
  if (event.type === 'job') useJobsStore.getState().put(event.job);
  else if (event.type === 'warning')
    notify({ tone: 'caution', title: event.title, detail: event.detail, topic: event.title });
  else if (event.type === 'notification') tellNews(queryClient, event.notification);
  else if (event.type === 'lock') useLockStore.getState().tell(event.isLocked);
  else {
    void queryClient.invalidateQueries({
      predicate: ({ queryKey }) => dependsOnAreas(queryKey, event.areas),
    });
  }
}
