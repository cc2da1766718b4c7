import { SegmentedControl } from '@mantine/core';
import type { StockUnit } from '@shared/contract/inventory';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { EmptyState } from '../../components/empty-state';
import { ErrorPanel } from '../../components/error-panel';
import { Screen } from '../../components/screen';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatMoney, formatQuantity } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import { AgePanel, useAgePanelToggle } from './age-panel';
import { AgesView } from './ages-view';
import { FilterBar } from './filter-bar';
import { GroupsView } from './groups-view';
import { IncomingView } from './incoming-view';
import { INVENTORY_VIEWS, type InventorySearch, toStockFilter } from './inventory-search';
import { UnitDrawer } from './unit-drawer';
import { UnitsView } from './units-view';
import { useInventoryAddress } from './use-inventory-address';

const words = texts.inventory;

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

  const view = search.view ?? 'list';
  const drill = useCallback(
    (rows: Partial<InventorySearch>) => setSearch({ ...search, ...rows }),
    [search, setSearch],
  );

  if (summary.isError) {
    return (
      <Screen name="inventory" title={words.title}>
        <ErrorPanel error={summary.error} onRetry={() => void summary.refetch()} />
      </Screen>
    );
  }
  return (
    <Screen
      name="inventory"
      title={words.title}
      isFilling={view === 'list'}
      lead={
        totals.data && (
          <span data-testid="inventory-totals">
            {words.totals(formatQuantity(totals.data.total, 'unit'), formatMoney(totals.data.costCents))}
          </span>
        )
      }
      actions={
        <>
          <SegmentedControl
            aria-label={words.view}
            data={INVENTORY_VIEWS.map((value) => ({ value, label: words.views[value] }))}
            value={view}
            onChange={(value) => setSearch({ ...search, view: INVENTORY_VIEWS.find((one) => one === value) })}
            data-testid="inventory-view"
          />
          {view === 'list' && agePanel.toggle}
        </>
      }
    >
      {view === 'list' && agePanel.isOpen && <AgePanel summaries={summary.data?.summaries} onPick={setAge} />}
      {view !== 'incoming' && <FilterBar search={search} onChange={setSearch} />}
      {view === 'list' && totals.data?.total === 0 && (
        <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
      )}
      {view === 'list' && totals.data?.total !== 0 && (
        <UnitsView filter={filter} sort={sort} version={version} onSort={setSort} onOpen={setOpened} />
      )}
      {view === 'groups' && (
        <GroupsView
          filter={filter}
          by={search.by ?? 'model'}
          onBy={(by) => setSearch({ ...search, by })}
          onDrill={drill}
        />
      )}
      {view === 'ages' && <AgesView filter={filter} onDrill={drill} />}
      {view === 'incoming' && <IncomingView filter={filter} />}
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
