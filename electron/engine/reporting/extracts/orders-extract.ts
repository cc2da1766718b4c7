import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import { passesBuild } from '../../figures/data-filter';
import { column, defineExtract, type ExtractRequest } from './extract-table';

type OrderRow = {
  orderNumber: string;
  status: string;
  orderType: string;
  allocationGroup: string | null;
  modelYear: number | null;
  make: string;
  model: string;
  trim: string | null;
  exteriorColor: string | null;
  orderedOn: CalendarDay | null;
  estimatedArrivalOn: CalendarDay | null;
  arrivedOn: CalendarDay | null;
  vin: string | null;
  msrpCents: number | null;
  invoiceCents: number | null;
};

const text = (name: string, meaning: string, value: (row: OrderRow) => string | null) =>
  column<OrderRow>(name, 'text', meaning, value);
const day = (name: string, meaning: string, value: (row: OrderRow) => string | null) =>
  column<OrderRow>(name, 'day', meaning, value);

export const ordersExtract = defineExtract<OrderRow>({
  grain: 'one factory order as last seen',
  columns: [
    text('Order Number', 'Number of the factory order', (row) => row.orderNumber),
    text('Status', 'Where the order stands', (row) => row.status.replaceAll('_', ' ')),
    text('Order Type', 'stock, or sold to a customer', (row) => row.orderType),
    text('Allocation Group', 'Group that the allocation counts it in', (row) => row.allocationGroup),
    column<OrderRow>('Model Year', 'integer', 'Model year', (row) => row.modelYear),
    text('Make', 'Make', (row) => row.make),
    text('Model', 'Model', (row) => row.model),
    text('Trim', 'Trim', (row) => row.trim),
    text('Exterior Color', 'Exterior colour', (row) => row.exteriorColor),
    day('Order Date', 'Day the order was placed', (row) => row.orderedOn),
    day('ETA', 'Estimated day of arrival', (row) => row.estimatedArrivalOn),
    day('Arrived', 'Day it arrived', (row) => row.arrivedOn),
    text('VIN', 'Vehicle identification number, once built', (row) => row.vin),
    column<OrderRow>('MSRP', 'money', 'Suggested retail price', (row) => row.msrpCents),
    column<OrderRow>('Invoice', 'money', 'Factory invoice', (row) => row.invoiceCents),
  ],
  readRows: readOrders,
});

async function readOrders({ db, scope, segment }: ExtractRequest): Promise<OrderRow[]> {
  // Factory orders are all of new units.
  const { condition: _, ...build } = segment;
  const columns = { condition: sql`'new'`, buildId: sql.ref('factory_order.build_id') };
  const { rows } = await sql<OrderRow>`
    select order_number, status, order_type, allocation_group, model_year, make, model, trim, exterior_color,
      ordered_on, estimated_arrival_on, arrived_on, vin, msrp_cents, invoice_cents
    from factory_order join build on build.id = factory_order.build_id
    where store_id = ${scope.store.id} and coalesce(ordered_on, ${scope.asOf}) <= ${scope.asOf}
      and ${passesBuild(build, columns)}
    order by factory_order.id`.execute(db);
  return rows;
}
