import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { type Condition, conditionSchema } from '@shared/contract/primitives';
import type { SalesSummary } from '@shared/contract/sales';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatDay } from '../../lib/format';
import { texts } from '../../texts/texts';
import { DealsView } from './deals-view';
import { ExcludedPanel } from './excluded-panel';
import { LostSalesView } from './lost-sales-view';
import { ModelsPanel } from './models-panel';
import { MonthsChart } from './months-chart';
import { SalesAnalysisView } from './sales-analysis-view';
import { SalesFigures } from './sales-figures';
import classes from './sales-screen.module.css';
import { SALES_VIEWS, type SalesSearch } from './sales-search';

const words = texts.sales;

const route = getRouteApi('/sales');

export function SalesScreen() {
  const search = route.useSearch();
  const { condition = 'new', windowDays = 90, view = 'figures' } = search;
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
      title={words.title}
      isFilling={view === 'deals'}
      lead={sales.data && words.lead(sales.data.dateField, windowDays, formatDay(sales.data.dataDate))}
      actions={
        <>
          <SegmentedControl
            aria-label={words.view}
            data={SALES_VIEWS.map((value) => ({ value, label: words.views[value] }))}
            value={view}
            onChange={(value) =>
              set({ from: undefined, to: undefined, view: SALES_VIEWS.find((one) => one === value) })
            }
            data-testid="sales-view"
          />
          {view !== 'lost' && (
            <SegmentedControl
              aria-label={words.condition}
              data={[
                { value: 'new', label: texts.terms.conditions.new },
                { value: 'used', label: texts.terms.conditions.used },
              ]}
              value={condition}
              onChange={(value) => set({ condition: conditionSchema.safeParse(value).data })}
              data-testid="sales-condition"
            />
          )}
        </>
      }
    >
      {view === 'lost' && <LostSalesView />}
      {view === 'deals' && (
        <DealsView search={search} condition={condition} windowDays={windowDays} onChange={set} />
      )}
      {(view === 'spread' || view === 'mix' || view === 'seasons') && (
        <SalesAnalysisView condition={condition} view={view} />
      )}
      {view === 'figures' && (
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
      )}
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

function NoSales({ condition }: { condition: Condition }) {
  const navigate = route.useNavigate();
  return (
    <EmptyState
      title={words.none[condition]}
      actions={<Button onClick={() => void navigate({ to: '/imports' })}>{words.importSales}</Button>}
    >
      {words.noneAbout}
    </EmptyState>
  );
}
