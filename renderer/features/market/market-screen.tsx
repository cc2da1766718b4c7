import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Screen } from '../../components/screen';
import { orpc } from '../../lib/engine-client';
import { formatDay, formatPeriod } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import { BuyersView } from './buyers-view';
import { MARKET_VIEWS, type MarketSearch } from './market-search';
import { PricesView } from './prices-view';
import { ShareView } from './share-view';

const words = texts.market;

const route = getRouteApi('/market');

/** The store beside its market: shares of segments, where buyers live, and what is asked beside what is paid. */
export function MarketScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const view = search.view ?? 'share';
  const set = (change: Partial<MarketSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }) });
  return (
    <Screen
      name="market"
      title={words.title}
      lead={<Lead />}
      actions={
        <SegmentedControl
          aria-label={words.view}
          data={MARKET_VIEWS.map((value) => ({ value, label: words.views[value] }))}
          value={view}
          onChange={(value) => set({ view: MARKET_VIEWS.find((known) => known === value) })}
          data-testid="market-view"
        />
      }
    >
      {view === 'share' && <ShareView segment={search.segment} onSegment={(segment) => set({ segment })} />}
      {view === 'buyers' && <BuyersView search={search} onChange={set} />}
      {view === 'prices' && <PricesView />}
    </Screen>
  );
}

function Lead() {
  const scope = useScope();
  const { data } = useQuery(orpc.market.getSummary.queryOptions({ input: scope }));
  if (!data) return null;
  return data.region === null
    ? words.leadWithoutMarket(formatDay(data.dataDate))
    : words.lead(data.region, formatPeriod(data.newestPeriod ?? ''), formatDay(data.dataDate));
}
