/**
 * A grid whose rows stay with the engine: it asks for a page when one scrolls into view, and for sorted
 * pages when a head is clicked. Loaded lazily, because the library is large, and driven without its React
 * wrapper, whose cells cost a long task for each page that scrolls by.
 */
import {
  CellStyleModule,
  type ColDef,
  ColumnApiModule,
  ColumnAutoSizeModule,
  createGrid,
  EventApiModule,
  type GridApi,
  type GridOptions,
  type IDatasource,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community';
import { useEffect, useRef } from 'react';
import { keepColumns } from './grid-columns';
import { gridIcons, gridTheme } from './grid-theme';

ModuleRegistry.registerModules([
  CellStyleModule,
  EventApiModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  InfiniteRowModelModule,
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
  /** Under this name the order, widths, pins and hidden columns that the user chose are kept. */
  columnsKey?: string;
  /** The rows that are marked: by a click with Ctrl or Shift, by Space, or one by a plain click. */
  onMark?: (rows: Row[]) => void;
  onReady?: (grid: GridApi<Row>) => void;
  testId: string;
};

const PAGE_ROWS = 200;
const PAGES_KEPT = 30;

export function PagedGrid<Row>(props: Props<Row>) {
  const { loadPage, version, testId } = props;
  const host = useRef<HTMLDivElement>(null);
  const api = useRef<GridApi<Row> | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!host.current) return;
    const grid = createGrid<Row>(host.current, gridOptions(latest));
    grid.setGridAriaProperty('label', latest.current.label);
    api.current = grid;
    const { columnsKey, onReady } = latest.current;
    if (columnsKey) keepColumns(grid, columnsKey);
    onReady?.(grid);
    return () => grid.destroy();
  }, []);
  useEffect(() => {
    api.current?.setGridOption('datasource', pagesFrom(loadPage, latest));
  }, [loadPage]);
  useEffect(() => {
    if (version > 0) api.current?.refreshInfiniteCache();
  }, [version]);

  return <div ref={host} style={{ flex: 1, minHeight: 0 }} data-testid={testId} />;
}

type Latest<Row> = { current: Props<Row> };

function gridOptions<Row>(latest: Latest<Row>): GridOptions<Row> {
  const { columns, initialSort } = latest.current;
  return {
    theme: gridTheme,
    icons: gridIcons,
    rowModelType: 'infinite',
    cacheBlockSize: PAGE_ROWS,
    maxBlocksInCache: PAGES_KEPT,
    blockLoadDebounceMillis: 40,
    maxConcurrentDatasourceRequests: 2,
    columnDefs: columns.map((column) =>
      column.colId === initialSort.field ? { ...column, initialSort: initialSort.direction } : column,
    ),
    defaultColDef: { sortable: true, resizable: true, suppressHeaderMenuButton: true },
    getRowId: ({ data }) => latest.current.rowKey(data),
    rowSelection: {
      mode: latest.current.onMark ? 'multiRow' : 'singleRow',
      checkboxes: false,
      ...(latest.current.onMark && { headerCheckbox: false }),
      enableClickSelection: true,
    },
    ensureDomOrder: true,
    suppressDragLeaveHidesColumns: true,
    tooltipShowDelay: 500,
    onSortChanged: (event) => latest.current.onSort(sortOf(event.api)),
    onRowClicked: ({ data, event }) => {
      // With a key held, a click marks.
      const isMarking = event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);
      if (data && !isMarking) latest.current.onOpen(data);
    },
    onSelectionChanged: ({ api: grid }) => latest.current.onMark?.(grid.getSelectedRows()),
    onCellKeyDown: ({ data, event }) => {
      if (data && event instanceof KeyboardEvent && event.key === 'Enter') latest.current.onOpen(data);
    },
  };
}

function pagesFrom<Row>(loadPage: Props<Row>['loadPage'], latest: Latest<Row>): IDatasource {
  return {
    getRows: ({ startRow, endRow, sortModel, successCallback, failCallback }) => {
      const [first] = sortModel;
      const sort = first ? { field: first.colId, direction: first.sort ?? 'asc' } : null;
      loadPage({ offset: startRow, limit: endRow - startRow, sort }).then(
        ({ rows, total }) => successCallback(rows, total),
        (error: unknown) => {
          failCallback();
          latest.current.onError(error);
        },
      );
    },
  };
}

function sortOf<Row>(api: GridApi<Row>): GridSort | null {
  const sorted = api.getColumnState().find(({ sort }) => sort);
  return sorted?.sort ? { field: sorted.colId, direction: sorted.sort } : null;
}
