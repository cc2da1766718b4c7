import type { MarketScope } from '@shared/contract/market-demand';
import { useFilteredScope, useSalesWindow } from '../../lib/data-filter';

/** The store's own deals that the shared filter and period let through. */
export function useMarketScope(): Partial<MarketScope> {
  const scope = useFilteredScope();
  const windowDays = useSalesWindow();
  return { ...scope, windowDays };
}
