import { readMarketSummary } from '../market/read-market-summary';
import { readMarketPrices, readMarketTrends } from '../market/read-market-trends';
import { readPreferences, readRegionalDemand } from '../market/read-regional-demand';
import { resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

export const market = {
  getSummary: implementer.market.getSummary.handler(async ({ context, input }) =>
    readMarketSummary(context.db, await resolveScope(context.db, input)),
  ),
  getTrends: implementer.market.getTrends.handler(async ({ context, input }) =>
    readMarketTrends(context.db, await resolveScope(context.db, input)),
  ),
  getDemand: implementer.market.getDemand.handler(async ({ context, input }) =>
    readRegionalDemand(context.db, await resolveScope(context.db, input), input),
  ),
  getPreferences: implementer.market.getPreferences.handler(async ({ context, input }) =>
    readPreferences(context.db, await resolveScope(context.db, input), input),
  ),
  comparePrices: implementer.market.comparePrices.handler(async ({ context, input }) =>
    readMarketPrices(context.db, await resolveScope(context.db, input)),
  ),
};
