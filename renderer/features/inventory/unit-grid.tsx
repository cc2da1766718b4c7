import { type StockUnit, stockSortSchema } from '@shared/contract/inventory';
import { useQueryClient } from '@tanstack/react-query';
import type { GridApi } from 'ag-grid-community';
import { useCallback, useMemo, useRef } from 'react';
import { type GridSort, PagedGrid, type PageRequest } from '../../components/paged-grid';
import { orpc } from '../../lib/engine-client';
import { notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import type { StockFilter } from './inventory-search';
import { unitColumns } from './unit-columns';

const words = texts.inventory.list;

export const DEFAULT_SORT = { field: 'ageDays', direction: 'desc' } as const;

type Props = {
  filter: StockFilter;
  sort: GridSort;
  version: number;
  onSort(sort: GridSort | null): void;
  onOpen(unit: StockUnit): void;
  onMark(units: StockUnit[]): void;
  onReady(grid: GridApi<StockUnit>): void;
};

/** Under this name the user's columns are kept. */
export const UNIT_COLUMNS_KEY = 'units';

/** The stock that passes the filter; sorted and cut into pages by the engine. */
export function UnitGrid({ filter, sort, version, onSort, onOpen, onMark, onReady }: Props) {
  const scope = useScope();
  const queryClient = useQueryClient();
  const initialSort = useRef(sort).current;
  const filterKey = JSON.stringify([filter, scope]);
  const loadPage = useCallback(
    async ({ offset, limit, sort: wanted }: PageRequest) => {
      const [pageFilter, pageScope] = JSON.parse(filterKey) as [StockFilter, typeof scope];
      const parsed = stockSortSchema.safeParse(wanted ?? DEFAULT_SORT);
      const input = { ...pageScope, filter: pageFilter, sort: parsed.data ?? DEFAULT_SORT, offset, limit };
      const { units, total } = await queryClient.fetchQuery(orpc.inventory.listUnits.queryOptions({ input }));
      return { rows: units, total };
    },
    [filterKey, queryClient],
  );
  return useMemo(
    () => (
      <PagedGrid
        label={words.caption}
        testId="unit-grid"
        columns={unitColumns}
        rowKey={(unit) => unit.id}
        loadPage={loadPage}
        version={version}
        initialSort={initialSort}
        onSort={onSort}
        onOpen={onOpen}
        onMark={onMark}
        onReady={onReady}
        columnsKey={UNIT_COLUMNS_KEY}
        onError={notifyError}
      />
    ),
    [loadPage, version, initialSort, onSort, onOpen, onMark, onReady],
  );
}
