/** The Inventory screen's address as values and as the changes that it takes. */
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { GridSort } from '../../components/paged-grid';
import { type InventorySearch, inventorySearchSchema, toStockFilter } from './inventory-search';

const route = getRouteApi('/inventory');
const sortPart = inventorySearchSchema.pick({ sort: true, direction: true });

export type AgeRange = Pick<InventorySearch, 'condition' | 'minAgeDays' | 'maxAgeDays'>;

export function useInventoryAddress() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const setSearch = useCallback((next: InventorySearch) => void navigate({ search: next }), [navigate]);
  const setSort = useCallback(
    (sort: GridSort | null) => {
      const part = sortPart.parse({ sort: sort?.field, direction: sort?.direction });
      void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
    },
    [navigate],
  );
  const setAge = useCallback(
    (range: AgeRange) => void navigate({ search: (before) => ({ ...before, ...range }) }),
    [navigate],
  );
  const forgetUnit = useCallback(
    () => void navigate({ search: (before) => ({ ...before, unit: undefined }), replace: true }),
    [navigate],
  );
  const sort: GridSort = { field: search.sort ?? 'ageDays', direction: search.direction ?? 'desc' };
  return { search, filter: toStockFilter(search), sort, setSearch, setSort, setAge, forgetUnit };
}
