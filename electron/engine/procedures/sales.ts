import { SALE_DATE_FIELD } from '../figures/counted-sales';
import { readSalesSummaries } from '../sales/read-sales-summary';
import { resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

export const sales = {
  getSummary: implementer.sales.getSummary.handler(async ({ context, input }) => {
    const scope = await resolveScope(context.db, input);
    return {
      storeCode: scope.store.code,
      dataDate: scope.asOf,
      windowDays: input.windowDays,
      dateField: SALE_DATE_FIELD,
      summaries: await readSalesSummaries(context.db, scope, input.windowDays),
    };
  }),
};
