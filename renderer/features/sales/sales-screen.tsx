import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { conditionSchema } from '@shared/contract/primitives';
import type { SalesSummary } from '@shared/contract/sales';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatDay } from '../../lib/format';
import { ExcludedPanel } from './excluded-panel';
import { ModelsPanel } from './models-panel';
import { MonthsChart } from './months-chart';
import { SalesFigures } from './sales-figures';
import classes from './sales-screen.module.css';
import type { SalesSearch } from './sales-search';

const route = getRouteApi('/sales');

export function SalesScreen() {
  const { condition = 'new', windowDays = 90 } = route.useSearch();
  const navigate = route.useNavigate();
  const scope = useFilteredScope();
  const sales = useQuery(
    orpc.sales.getSummary.queryOptions({
      input: { ...scope, windowDays },
      placeholderData: keepPreviousData,
    }),
  );
  const set = (change: SalesSearch) => void navigate({ search: (before) => ({ ...before, ...change }) });
  return (
    <Screen
      name="sales"
      title="Sales"
      lead={
        sales.data &&
        `Retail and lease by ${sales.data.dateField}, ${windowDays} days to ${formatDay(sales.data.dataDate)}`
      }
      actions={
        <SegmentedControl
          aria-label="New or used"
          data={[
            { value: 'new', label: 'New' },
            { value: 'used', label: 'Used' },
          ]}
          value={condition}
          onChange={(value) => set({ condition: conditionSchema.safeParse(value).data })}
          data-testid="sales-condition"
        />
      }
    >
      <QueryView query={sales} loading={<Skeleton height={420} radius="lg" />}>
        {({ summaries }) => {
          const summary = summaries.find((candidate) => candidate.condition === condition);
          return summary && hasSales(summary) ? (
            <SalesView summary={summary} />
          ) : (
            <NoSales condition={condition} />
          );
        }}
      </QueryView>
    </Screen>
  );
}

function SalesView({ summary }: { summary: SalesSummary }) {
  return (
    <>
      <SalesFigures summary={summary} />
      <MonthsChart summary={summary} />
      <div className={classes.pair}>
        <ModelsPanel summary={summary} />
        <ExcludedPanel summary={summary} />
      </div>
    </>
  );
}

function hasSales({ months, excluded }: SalesSummary): boolean {
  return excluded.length > 0 || months.some(({ units }) => units > 0);
}

function NoSales({ condition }: { condition: string }) {
  const navigate = route.useNavigate();
  return (
    <EmptyState
      title={`No ${condition} sales yet`}
      actions={<Button onClick={() => void navigate({ to: '/imports' })}>Import a sales report</Button>}
    >
      Units, gross and days to turn come from the deals of your DMS.
    </EmptyState>
  );
}
