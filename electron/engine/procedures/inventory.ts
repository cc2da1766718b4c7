import { copyUnits, groupStock, readHeatMap } from '../inventory/group-stock';
import { listFilterChoices } from '../inventory/list-filter-choices';
import { listIncoming } from '../inventory/list-incoming';
import { listStockUnits } from '../inventory/list-stock-units';
import { readInventorySummaries } from '../inventory/read-inventory-summary';
import { readVehicle } from '../inventory/read-vehicle';
import { resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

export const inventory = {
  getSummary: implementer.inventory.getSummary.handler(async ({ context, input }) => {
    const scope = await resolveScope(context.db, input);
    const summaries = await readInventorySummaries(context.db, scope);
    return { storeCode: scope.store.code, dataDate: scope.asOf, summaries };
  }),
  listFilterChoices: implementer.inventory.listFilterChoices.handler(async ({ context, input }) =>
    listFilterChoices(context.db, await resolveScope(context.db, input)),
  ),
  listUnits: implementer.inventory.listUnits.handler(async ({ context, input }) =>
    listStockUnits(context.db, await resolveScope(context.db, { ...input, filter: {} }), input),
  ),
  listGroups: implementer.inventory.listGroups.handler(async ({ context, input }) => {
    const scope = await resolveScope(context.db, { ...input, filter: {} });
    return { dataDate: scope.asOf, groups: await groupStock(context.db, scope, input) };
  }),
  copyUnits: implementer.inventory.copyUnits.handler(async ({ context, input }) => {
    const scope = await resolveScope(context.db, { ...input, filter: {} });
    return copyUnits((page) => listStockUnits(context.db, scope, page), input);
  }),
  getHeatMap: implementer.inventory.getHeatMap.handler(async ({ context, input }) =>
    readHeatMap(context.db, await resolveScope(context.db, { ...input, filter: {} }), input.filter),
  ),
  listIncoming: implementer.inventory.listIncoming.handler(async ({ context, input }) =>
    listIncoming(context.db, await resolveScope(context.db, { ...input, filter: {} }), input.filter),
  ),
  getVehicle: implementer.inventory.getVehicle.handler(async ({ context, input }) =>
    readVehicle(context.db, await resolveScope(context.db, input), input.unitId),
  ),
};
