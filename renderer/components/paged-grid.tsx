/**
 * A grid whose rows stay with the engine: it asks for a page when one scrolls into view, and for sorted
 * pages when a head is clicked. Loaded lazily, because the library is large.
 */
import {
  CellStyleModule,
  type ColDef,
  ColumnApiModule,
  ColumnAutoSizeModule,
  type GridApi,
  type IDatasource,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  type SortChangedEvent,
  TooltipModule,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef } from 'react';
import { gridIcons, gridTheme } from './grid-theme';

ModuleRegistry.registerModules([
  InfiniteRowModelModule,
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
]);

export type GridSort = { field: string; direction: 'asc' | 'desc' };
export type PageRequest = { offset: number; limit: number; sort: GridSort | null };

type Props<Row> = {
  label: string;
  columns: ColDef<Row>[];
  rowKey(row: Row): string;
  /** A new function means other rows: the grid starts again from the top. */
  loadPage(request: PageRequest): Promise<{ rows: Row[]; total: number }>;
  /** A new value means that the same rows may have changed: the pages in view are asked for again. */
  version: number;
  initialSort: GridSort;
  onSort(sort: GridSort | null): void;
  onOpen(row: Row): void;
  onError(error: unknown): void;
  testId: string;
};

const PAGE_ROWS = 200;

export function PagedGrid<Row>(props: Props<Row>) {
  const { label, columns, rowKey, loadPage, version, initialSort, onSort, onOpen, onError, testId } = props;
  const api = useRef<GridApi<Row> | null>(null);
  const datasource = useMemo((): IDatasource => {
    return {
      getRows: ({ startRow, endRow, sortModel, successCallback, failCallback }) => {
        const sort = sortModel[0]
          ? { field: sortModel[0].colId, direction: sortModel[0].sort ?? 'asc' }
          : null;
        loadPage({ offset: startRow, limit: endRow - startRow, sort }).then(
          ({ rows, total }) => successCallback(rows, total),
          (error: unknown) => {
            failCallback();
            onError(error);
          },
        );
      },
    };
  }, [loadPage, onError]);
  const sortedColumns = useMemo(
    () =>
      columns.map((column) =>
        column.colId === initialSort.field ? { ...column, initialSort: initialSort.direction } : column,
      ),
    [columns, initialSort],
  );
  useEffect(() => {
    if (version > 0) api.current?.refreshInfiniteCache();
  }, [version]);

  return (
    <div style={{ flex: 1, minHeight: 0 }} data-testid={testId}>
      <AgGridReact<Row>
        theme={gridTheme}
        icons={gridIcons}
        rowModelType="infinite"
        cacheBlockSize={PAGE_ROWS}
        maxBlocksInCache={30}
        blockLoadDebounceMillis={40}
        maxConcurrentDatasourceRequests={2}
        datasource={datasource}
        columnDefs={sortedColumns}
        defaultColDef={DEFAULT_COLUMN}
        getRowId={({ data }) => rowKey(data)}
        rowSelection={ROW_SELECTION}
        ensureDomOrder
        suppressDragLeaveHidesColumns
        suppressColumnVirtualisation={false}
        tooltipShowDelay={500}
        onGridReady={({ api: ready }) => {
          api.current = ready;
          ready.setGridAriaProperty('label', label);
        }}
        onSortChanged={(event) => onSort(readSort(event))}
        onRowClicked={({ data }) => data && onOpen(data)}
        onCellKeyDown={({ data, event }) => {
          if (data && event instanceof KeyboardEvent && event.key === 'Enter') onOpen(data);
        }}
      />
    </div>
  );
}

const ROW_SELECTION = { mode: 'singleRow', checkboxes: false, enableClickSelection: true } as const;
const DEFAULT_COLUMN = {
  sortable: true,
  resizable: true,
  suppressHeaderMenuButton: true,
  suppressMovable: true,
} as const;

function readSort<Row>({ api }: SortChangedEvent<Row>): GridSort | null {
  const sorted = api.getColumnState().find(({ sort }) => sort);
  return sorted?.sort ? { field: sorted.colId, direction: sorted.sort } : null;
}
