import { readMarketSummary } from '../market/read-market-summary';
import { resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

export const market = {
  getSummary: implementer.market.getSummary.handler(async ({ context, input }) =>
    readMarketSummary(context.db, await resolveScope(context.db, input)),
  ),
};
