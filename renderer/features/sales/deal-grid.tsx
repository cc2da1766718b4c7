import { type Deal, dealSortSchema } from '@shared/contract/deals';
import { useQueryClient } from '@tanstack/react-query';
import type { ColDef } from 'ag-grid-community';
import { useCallback } from 'react';
import { growing, numberColumn, textColumn } from '../../components/column-kinds';
import { PagedGrid, type PageRequest } from '../../components/paged-grid';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatMoney } from '../../lib/format';
import { notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import type { DealsInput } from './deals-view';

const words = texts.sales.deals;

const NEWEST_FIRST = { field: 'soldOn', direction: 'desc' } as const;

const COLUMNS: ColDef<Deal>[] = [
  {
    ...textColumn<Deal>('soldOn', words.columns.soldOn, 104, ({ soldOn }) => formatDay(soldOn)),
    pinned: 'left',
  },
  unsorted(textColumn('stockNumber', words.columns.stockNumber, 98, ({ stockNumber }) => stockNumber)),
  unsorted(textColumn('vin', words.columns.vin, 170, ({ vin }) => vin)),
  textColumn('modelYear', words.columns.modelYear, 62, ({ build }) => build.modelYear),
  growing(textColumn('model', words.columns.model, 120, ({ build }) => `${build.make} ${build.model}`)),
  growing(textColumn('trim', words.columns.trim, 90, ({ build }) => build.trim)),
  unsorted(textColumn('saleType', words.columns.saleType, 80, ({ saleType }) => words.saleTypes[saleType])),
  numberColumn('daysToTurn', words.columns.daysToTurn, 110, ({ daysToTurn }) => daysToTurn, formatCount),
  unsorted(numberColumn('front', words.columns.front, 90, (deal) => deal.frontGrossCents, formatMoney)),
  unsorted(numberColumn('back', words.columns.back, 90, (deal) => deal.backGrossCents, formatMoney)),
  numberColumn('totalGrossCents', words.columns.total, 100, (deal) => deal.totalGrossCents, formatMoney),
  unsorted(textColumn('dealNumber', words.columns.dealNumber, 96, ({ dealNumber }) => dealNumber)),
];

function unsorted(column: ColDef<Deal>): ColDef<Deal> {
  return { ...column, sortable: false };
}

/** The deals that are asked for; sorted and cut into pages by the engine. */
export function DealGrid({ input }: { input: DealsInput }) {
  const queryClient = useQueryClient();
  const key = JSON.stringify(input);
  const loadPage = useCallback(
    async ({ offset, limit, sort }: PageRequest) => {
      const asked = JSON.parse(key) as DealsInput;
      const wanted = dealSortSchema.safeParse(sort).data ?? NEWEST_FIRST;
      const { deals, total } = await queryClient.fetchQuery(
        orpc.sales.listDeals.queryOptions({ input: { ...asked, sort: wanted, offset, limit } }),
      );
      return { rows: deals, total };
    },
    [key, queryClient],
  );
  return (
    <PagedGrid
      label={words.caption}
      testId="deal-grid"
      columns={COLUMNS}
      rowKey={({ id }) => id}
      loadPage={loadPage}
      version={0}
      initialSort={NEWEST_FIRST}
      onSort={ignore}
      onOpen={ignore}
      columnsKey="deals"
      onError={notifyError}
    />
  );
}

/** A deal has no page of its own, and the order of the deals is not kept in the address. */
function ignore() {}
