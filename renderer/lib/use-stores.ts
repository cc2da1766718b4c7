import type { Store } from '@shared/contract/stores';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { orpc } from './engine-client';
import { useSessionStore } from './session-store';

export function useStores(): UseQueryResult<Store[]> {
  return useQuery(orpc.stores.list.queryOptions({ input: {} }));
}

/** The store that is looked at; null while the list is not there or empty. */
export function useCurrentStore(): Store | null {
  const { data: stores } = useStores();
  const storeCode = useSessionStore((state) => state.storeCode);
  return currentStore(stores ?? [], storeCode);
}

/** The chosen store while it exists, else the first real one, else the sample. */
export function currentStore(stores: readonly Store[], storeCode: string | null): Store | null {
  const chosen = stores.find(({ code }) => code === storeCode);
  return chosen ?? stores.find(({ isSample }) => !isSample) ?? stores[0] ?? null;
}

/**
 * Keeps the choice in step with the stores there are: with one store the engine needs no code, with more
 * it needs one, and a store that was cleared is no longer chosen.
 */
export function useStoreChoice(): void {
  const { data: stores } = useStores();
  const { storeCode, chooseStore } = useSessionStore();
  useEffect(() => {
    if (!stores) return;
    const wanted = stores.length > 1 ? (currentStore(stores, storeCode)?.code ?? null) : null;
    if (wanted !== storeCode) chooseStore(wanted);
  }, [stores, storeCode, chooseStore]);
}
