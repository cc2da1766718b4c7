import { Button, Skeleton } from '@mantine/core';
import type { FilteredScope } from '@shared/contract/data-filter';
import type { DealList } from '@shared/contract/deals';
import type { Condition } from '@shared/contract/primitives';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatDay, formatMoney, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import type { SalesSearch } from './sales-search';

const words = texts.sales.deals;

const DealGrid = lazy(() => import('./deal-grid').then((module) => ({ default: module.DealGrid })));

export type DealsInput = FilteredScope & { windowDays: number; from?: string; to?: string };

type Props = {
  search: SalesSearch;
  condition: Condition;
  windowDays: number;
  onChange(change: SalesSearch): void;
};

/** The deals behind a figure of sales, one row a deal; their sums stand above them. */
export function DealsView({ search, condition, windowDays, onChange }: Props) {
  const scope = useFilteredScope();
  const { from, to } = search;
  const isSpan = from !== undefined || to !== undefined;
  const input: DealsInput = {
    ...scope,
    ...{ filter: { ...scope.filter, condition }, windowDays },
    ...(from && { from }),
    ...(to && { to }),
  };
  const totals = useQuery(
    orpc.sales.listDeals.queryOptions({ input: { ...input, limit: 1 }, placeholderData: keepPreviousData }),
  );
  return (
    <QueryView query={totals} loading={<Skeleton height={420} radius="lg" data-testid="loading" />}>
      {(found) => (
        <Panel
          isFlush
          isFilling
          title={<span data-testid="deals-totals">{describe(found)}</span>}
          note={words.span(formatDay(found.from), formatDay(found.to))}
          actions={
            isSpan && (
              <Button
                variant="default"
                onClick={() => onChange({ from: undefined, to: undefined })}
                data-testid="deals-window"
              >
                {words.toWindow(windowDays)}
              </Button>
            )
          }
        >
          {found.total === 0 ? (
            <EmptyState title={words.none}>{texts.sales.noneInWindowAbout}</EmptyState>
          ) : (
            <Suspense fallback={<Skeleton height="100%" radius={0} data-testid="loading" />}>
              <DealGrid input={input} />
            </Suspense>
          )}
        </Panel>
      )}
    </QueryView>
  );
}

function describe({ total, totalGrossCents, withGross }: DealList): string {
  const units = formatQuantity(total, 'deal');
  if (withGross === 0) return units;
  return words.totals(units, formatMoney(totalGrossCents), formatMoney(totalGrossCents / withGross));
}
