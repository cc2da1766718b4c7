import { Button, Skeleton } from '@mantine/core';
import type { StockFilter, StockSort, StockUnit } from '@shared/contract/inventory';
import { IconCopy } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { GridApi } from 'ag-grid-community';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { GridSort } from '../../components/paged-grid';
import { Panel } from '../../components/panel';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import classes from './inventory.module.css';

const words = texts.inventory.list;

const UnitGrid = lazy(() => import('./unit-grid').then((module) => ({ default: module.UnitGrid })));
const ColumnsMenu = lazy(() =>
  import('../../components/columns-menu').then((module) => ({ default: module.ColumnsMenu })),
);

type Props = {
  filter: StockFilter;
  sort: GridSort;
  version: number;
  onSort(sort: GridSort | null): void;
  onOpen(unit: StockUnit): void;
};

/** The list itself, with its columns to choose and its rows to copy. */
export function UnitsView({ filter, sort, ...rest }: Props) {
  const [marked, setMarked] = useState<StockUnit[]>([]);
  const [grid, setGrid] = useState<GridApi<StockUnit> | null>(null);
  const copy = useCopyUnits(filter, sort as StockSort);
  const keepGrid = useCallback((ready: GridApi<StockUnit>) => setGrid(ready), []);
  return (
    <Panel
      isFlush
      isFilling
      title={
        <span className={classes.hint}>
          {marked.length > 1 ? words.marked(formatCount(marked.length)) : words.hint}
        </span>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconCopy size={14} />}
            onClick={() => void copy(marked.length > 1 ? marked.map(({ id }) => id) : undefined)}
            data-testid="copy-units"
          >
            {marked.length > 1 ? words.copyMarked : words.copyList}
          </Button>
          <Suspense fallback={null}>{grid && <ColumnsMenu grid={grid} name="units" />}</Suspense>
        </>
      }
    >
      <Suspense fallback={<Skeleton height="100%" radius={0} data-testid="loading" />}>
        <UnitGrid filter={filter} sort={sort} {...rest} onMark={setMarked} onReady={keepGrid} />
      </Suspense>
    </Panel>
  );
}

/** The engine writes the rows, also those that were never scrolled to. */
function useCopyUnits(filter: StockFilter, sort: StockSort) {
  const queryClient = useQueryClient();
  const scope = useScope();
  return async (unitIds: string[] | undefined) => {
    try {
      const { text, copied, total } = await queryClient.fetchQuery(
        orpc.inventory.copyUnits.queryOptions({
          input: { ...scope, filter, sort, ...(unitIds && { unitIds }) },
          staleTime: 0,
        }),
      );
      await navigator.clipboard.writeText(text);
      const isCut = !unitIds && copied < total;
      notify({
        tone: isCut ? 'caution' : 'good',
        title: words.copied(formatQuantity(copied, 'unit')),
        detail: isCut ? words.copiedPart(formatCount(total)) : words.copiedAll,
      });
    } catch (error) {
      notifyError(error);
    }
  };
}
