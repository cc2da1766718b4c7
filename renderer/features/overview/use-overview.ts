/**
 * The Overview's figures: those of the last visit at once, the engine's as soon as they come. Both moments
 * are marked on the performance timeline, because how soon a dealer sees figures is measured.
 */

import { DEFAULT_SALES_WINDOW } from '@shared/contract/data-filter';
import type { Overview } from '@shared/contract/overview';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFilteredScope, useSalesWindow } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { readSavedOverview, saveOverview } from '../../lib/saved-overview';

export type OverviewView = { overview: Overview | null; isSaved: boolean; query: UseQueryResult<Overview> };

export function useOverview(): OverviewView {
  const scope = useFilteredScope();
  const windowDays = useSalesWindow();
  const isWhole = scope.filter === undefined && windowDays === DEFAULT_SALES_WINDOW;
  const [saved] = useState(() => readSavedOverview());
  const query = useQuery(
    orpc.overview.get.queryOptions({ input: { ...scope, windowDays }, placeholderData: keepPreviousData }),
  );
  const live = query.data;
  const isSavedOfThisStore =
    isWhole && saved !== null && (!scope.storeCode || saved.storeCode === scope.storeCode);
  const overview = live ?? (isSavedOfThisStore ? saved : null);

  useEffect(() => {
    // What a filter leaves is not what the next start should begin with.
    if (live && isWhole && !query.isPlaceholderData) saveOverview(live);
  }, [live, isWhole, query.isPlaceholderData]);
  useMarkOncePainted('doso-overview-live', live !== undefined);
  useMarkOncePainted('doso-overview-saved', live === undefined && overview !== null);
  return { overview, isSaved: live === undefined && overview !== null, query };
}

/** Marks the first frame after `isShown`: the frame callback runs before the paint, its task after it. */
function useMarkOncePainted(name: string, isShown: boolean): void {
  useEffect(() => {
    if (!isShown || performance.getEntriesByName(name).length > 0) return;
    const frame = requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
    return () => cancelAnimationFrame(frame);
  }, [name, isShown]);
}
