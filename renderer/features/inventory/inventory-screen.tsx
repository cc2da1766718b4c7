import { Skeleton } from '@mantine/core';
import type { StockUnit } from '@shared/contract/inventory';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { EmptyState } from '../../components/empty-state';
import { ErrorPanel } from '../../components/error-panel';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatMoney, formatQuantity } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { AgePanel, useAgePanelToggle } from './age-panel';
import { FilterBar } from './filter-bar';
import { type InventorySearch, toStockFilter } from './inventory-search';
import { UnitDrawer } from './unit-drawer';
import { useInventoryAddress } from './use-inventory-address';

const UnitGrid = lazy(() => import('./unit-grid').then((module) => ({ default: module.UnitGrid })));

export function InventoryScreen() {
  const { search, filter, sort, setSearch, setSort, setAge, forgetUnit } = useInventoryAddress();
  const scope = useScope();
  const summary = useQuery(
    orpc.inventory.getSummary.queryOptions({
      input: useFilteredScope(),
      placeholderData: keepPreviousData,
    }),
  );
  const totals = useQuery(
    orpc.inventory.listUnits.queryOptions({
      input: { ...scope, filter, limit: 1 },
      placeholderData: keepPreviousData,
    }),
  );
  const agePanel = useAgePanelToggle();
  const version = useVersion(summary.dataUpdatedAt);
  const [opened, setOpened] = useState<StockUnit | null>(null);
  const linked = useLinkedUnit(search);
  const close = useCallback(() => {
    setOpened(null);
    if (search.unit) forgetUnit();
  }, [search.unit, forgetUnit]);

  if (summary.isError) {
    return (
      <Screen name="inventory" title="Inventory">
        <ErrorPanel error={summary.error} onRetry={() => void summary.refetch()} />
      </Screen>
    );
  }
  return (
    <Screen
      name="inventory"
      title="Inventory"
      isFilling
      lead={
        totals.data && (
          <span data-testid="inventory-totals">
            {formatQuantity(totals.data.total, 'unit')} · {formatMoney(totals.data.costCents)} at cost
          </span>
        )
      }
      actions={agePanel.toggle}
    >
      {agePanel.isOpen && <AgePanel summaries={summary.data?.summaries} onPick={setAge} />}
      <FilterBar search={search} onChange={setSearch} />
      <Panel isFlush isFilling>
        {totals.data?.total === 0 ? (
          <EmptyState title="No unit passes these filters">Clear a filter to see more.</EmptyState>
        ) : (
          <Suspense fallback={<Skeleton height="100%" radius={0} data-testid="loading" />}>
            <UnitGrid filter={filter} sort={sort} version={version} onSort={setSort} onOpen={setOpened} />
          </Suspense>
        )}
      </Panel>
      <UnitDrawer unit={opened ?? linked} onClose={close} />
    </Screen>
  );
}

/** Counts the answers after the first: each means that rows may have changed. */
function useVersion(updatedAt: number): number {
  const [version, setVersion] = useState(0);
  const last = useRef(0);
  useEffect(() => {
    if (updatedAt === 0 || updatedAt === last.current) return;
    if (last.current !== 0) setVersion((before) => before + 1);
    last.current = updatedAt;
  }, [updatedAt]);
  return version;
}

/** The unit that a link names, looked up among the rows that the link's own filter leaves. */
function useLinkedUnit(search: InventorySearch): StockUnit | null {
  const scope = useScope();
  const { data } = useQuery(
    orpc.inventory.listUnits.queryOptions({
      input: { ...scope, filter: toStockFilter(search), limit: 20 },
      enabled: search.unit !== undefined,
    }),
  );
  if (search.unit === undefined) return null;
  return data?.units.find(({ id }) => id === search.unit) ?? null;
}
