/**
 * The filter that every screen shares, kept in the address: links, back and forward carry it, and a view saves it. A
 * value that cannot be read is dropped, never an error.
 */
import { type DataFilter, DEFAULT_SALES_WINDOW, type FilteredScope } from '@shared/contract/data-filter';
import { type SharedSearch, sharedSearchSchema, toDataFilter } from '@shared/contract/shared-search';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { useScope } from './session-store';

export const SHARED_NAMES = Object.keys(sharedSearchSchema.shape) as (keyof SharedSearch)[];
/** What the address of any screen may hold. */
export const anySearchSchema = sharedSearchSchema.extend({
  /** The filter that stood before a drill-down: whoever goes on by the navigation gets it back. */
  within: sharedSearchSchema.optional().catch(undefined),
});
type AnySearch = z.infer<typeof anySearchSchema>;

/** Every shared part as absent: the address keeps what a link says nothing of. */
export const NO_FILTER: SharedSearch = Object.fromEntries(SHARED_NAMES.map((name) => [name, undefined]));

/** The address of the rows behind a figure, which remembers the filter that the figure was seen under. */
export function drillInto(before: AnySearch, rows: object): object {
  return {
    ...NO_FILTER,
    ...sharedSearchSchema.parse(before),
    ...rows,
    within: before.within ?? sharedSearchSchema.parse(before),
  };
}

/** The shared part for the next screen of the navigation: what a drill-down narrowed is left behind. */
export function leaveDrill(before: AnySearch): SharedSearch {
  return { ...NO_FILTER, ...sharedSearchSchema.parse(before.within ?? before) };
}

/** How many things are filtered by; an age range counts as one, and so does a model with its make. */
export function countFilters(filter: DataFilter): number {
  const { condition, make, model, trim, minAgeDays, maxAgeDays } = filter;
  const hasAge = minAgeDays !== undefined || maxAgeDays !== undefined;
  return [condition, model ?? make, trim, hasAge || undefined].filter((part) => part !== undefined).length;
}

/** The shared part of the address that is shown. */
export function useSharedSearch(): SharedSearch {
  const search = useSearch({ strict: false });
  const key = JSON.stringify(sharedSearchSchema.parse(search));
  return useMemo(() => JSON.parse(key) as SharedSearch, [key]);
}

export function useDataFilter(): DataFilter {
  const search = useSharedSearch();
  return useMemo(() => toDataFilter(search), [search]);
}

export function useSalesWindow(): number {
  return useSharedSearch().windowDays ?? DEFAULT_SALES_WINDOW;
}

/** The store and the filter: what a screen asks the engine for. */
export function useFilteredScope(): FilteredScope {
  const scope = useScope();
  const filter = useDataFilter();
  return Object.keys(filter).length === 0 ? scope : { ...scope, filter };
}

/** Changes the shared part and leaves the rest of the screen's address alone. */
export function useSetSharedSearch(): (change: SharedSearch) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, within: undefined, ...change }) as never,
      }),
    [navigate],
  );
}
