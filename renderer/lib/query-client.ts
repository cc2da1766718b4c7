/**
 * One cache of what the engine answered. Answers stay until an event says that their area changed; nothing
 * depends on a network, so nothing pauses when the computer is offline.
 */

import type { EngineEvent } from '@shared/contract/events';
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { describeError } from './describe-error';

type Area = Extract<EngineEvent, { type: 'dataChanged' }>['areas'][number];

/** Contract branches whose answers rest on an area's rows. */
const DEPENDENTS: Record<Area, readonly string[]> = {
  stores: ['stores', 'overview', 'system', 'inventory', 'sales', 'forecast', 'plan', 'market', 'replay'],
  imports: ['imports', 'notifications', 'system', 'stores', 'watch', 'departures', 'corrections'],
  inventory: ['inventory', 'overview', 'stores', 'plan'],
  sales: ['sales', 'overview', 'stores', 'inventory', 'market'],
  market: ['market'],
  forecast: ['forecast', 'overview', 'plan'],
  plan: ['plan', 'overview', 'learning'],
  learning: ['learning', 'feedback'],
  replay: ['replay'],
  reports: ['reports'],
};

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => failures < 3 && describeError(error).code === 'ENGINE_RESTARTED',
        retryDelay: 300,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Whether the answer under `key` rests on one of `areas`. */
export function dependsOnAreas(key: QueryKey, areas: readonly Area[]): boolean {
  const path = key[0];
  const branch = Array.isArray(path) ? path[0] : null;
  return areas.some((area) => DEPENDENTS[area].includes(String(branch)));
}
