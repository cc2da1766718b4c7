/**
 * The last Overview, kept in the window so that a start paints figures before the engine is up. Anything
 * that does not read as an Overview any more (an older version wrote it) is treated as absent.
 */

import { type Overview, overviewSchema } from '@shared/contract/overview';
import { useLockStore } from './lock-store';

const KEY = 'doso-overview';

export function readSavedOverview(storage: Pick<Storage, 'getItem'> = localStorage): Overview | null {
  const text = storage.getItem(KEY);
  if (text === null) return null;
  try {
    const parsed = overviewSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function saveOverview(
  overview: Overview | null,
  storage: Pick<Storage, 'setItem' | 'removeItem'> = localStorage,
): void {
  // Behind a lock no figures are left lying in the window's own files.
  if (overview && !useLockStore.getState().isEnabled) storage.setItem(KEY, JSON.stringify(overview));
  else storage.removeItem(KEY);
}
