import { dayInZone } from '@shared/domain/day-in-zone';
import { SALE_DATE_FIELD } from '../figures/counted-sales';
import { listDeals } from '../sales/list-deals';
import { addLostSale, listLostSales, withdrawLostSale } from '../sales/lost-sales';
import { readSalesAnalysis } from '../sales/read-sales-analysis';
import { readSalesSummaries } from '../sales/read-sales-summary';
import { findStore, resolveScope } from '../stores/resolve-scope';
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
  getAnalysis: implementer.sales.getAnalysis.handler(async ({ context, input: { windowDays, ...asked } }) => {
    const scope = await resolveScope(context.db, asked);
    const analyses = await readSalesAnalysis(context.db, scope, windowDays);
    return { dataDate: scope.asOf, windowDays, analyses };
  }),
  listDeals: implementer.sales.listDeals.handler(async ({ context, input }) =>
    listDeals(context.db, await resolveScope(context.db, input), input),
  ),
  listLost: implementer.sales.listLost.handler(async ({ context, input: { windowDays, ...asked } }) =>
    listLostSales(context.db, await resolveScope(context.db, asked), windowDays),
  ),
  addLost: implementer.sales.addLost.handler(async ({ context, input }) => {
    const { id, timeZone } = await findStore(context.db, input.storeCode);
    const lost = await addLostSale(context.db, id, input.lost, dayInZone(context.now(), timeZone));
    context.events.dataChanged('sales');
    return lost;
  }),
  withdrawLost: implementer.sales.withdrawLost.handler(
    async ({ context, input: { storeCode, ...asked } }) => {
      const { id } = await findStore(context.db, storeCode);
      await withdrawLostSale(context.db, id, { ...asked, at: context.now().toISOString() });
      context.events.dataChanged('sales');
      return asked;
    },
  ),
};
