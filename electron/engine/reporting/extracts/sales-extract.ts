import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import { passesSale } from '../../figures/data-filter';
import { defineExtract, type ExtractRequest, templateColumns } from './extract-table';

/** Rows a page: the statement behind one stays short, and other calls get their turn between two. */
const PAGE = 5000;

type DealRow = {
  id: number;
  dealNumber: string | null;
  contractOn: CalendarDay | null;
  accountingOn: CalendarDay | null;
  deliveredOn: CalendarDay | null;
  receivedOn: CalendarDay | null;
  vin: string | null;
  stockNumber: string | null;
  condition: string;
  modelYear: number | null;
  make: string;
  model: string;
  trim: string | null;
  body: string | null;
  drivetrain: string | null;
  engine: string | null;
  exteriorColor: string | null;
  interiorColor: string | null;
  isCertified: boolean;
  saleType: string;
  dealState: string;
  odometerMiles: number | null;
  priceCents: number | null;
  costCents: number | null;
  msrpCents: number | null;
  frontGrossCents: number | null;
  backGrossCents: number | null;
  totalGrossCents: number | null;
};

const field = templateColumns('sales');

const STATE_WORDS: Record<string, string> = { counted: 'Finalized', pending: 'Pending', reversed: 'Unwound' };
const TYPE_WORDS: Record<string, string> = { dealer_trade: 'Dealer Trade' };

/** Every deal up to the data date, those apart (wholesale, fleet, pending, unwound) included. No ZIP code leaves. */
export const salesExtract = defineExtract<DealRow>({
  grain: 'one deal for one vehicle',
  columns: [
    field('dealNumber', 'text', (deal) => deal.dealNumber),
    field('contractOn', 'day', (deal) => deal.contractOn),
    field('accountingOn', 'day', (deal) => deal.accountingOn),
    field('deliveredOn', 'day', (deal) => deal.deliveredOn),
    field('receivedOn', 'day', (deal) => deal.receivedOn),
    field('vin', 'text', (deal) => deal.vin),
    field('stockNumber', 'text', (deal) => deal.stockNumber),
    field('condition', 'text', (deal) => deal.condition),
    field('year', 'integer', (deal) => deal.modelYear),
    field('make', 'text', (deal) => deal.make),
    field('model', 'text', (deal) => deal.model),
    field('trim', 'text', (deal) => deal.trim),
    field('body', 'text', (deal) => deal.body),
    field('drivetrain', 'text', (deal) => deal.drivetrain),
    field('engine', 'text', (deal) => deal.engine),
    field('exteriorColor', 'text', (deal) => deal.exteriorColor),
    field('interiorColor', 'text', (deal) => deal.interiorColor),
    field('isCertified', 'flag', (deal) => deal.isCertified),
    field('saleType', 'text', (deal) => TYPE_WORDS[deal.saleType] ?? deal.saleType),
    field('dealState', 'text', (deal) => STATE_WORDS[deal.dealState] ?? deal.dealState),
    field('odometer', 'integer', (deal) => deal.odometerMiles),
    field('price', 'money', (deal) => deal.priceCents),
    field('cost', 'money', (deal) => deal.costCents),
    field('msrp', 'money', (deal) => deal.msrpCents),
    field('frontGross', 'money', (deal) => deal.frontGrossCents),
    field('backGross', 'money', (deal) => deal.backGrossCents),
    field('totalGross', 'money', (deal) => deal.totalGrossCents),
  ],
  readRows: readDeals,
});

async function* readDeals({ db, scope, segment }: ExtractRequest): AsyncGenerator<DealRow[]> {
  for (let after = 0; ; ) {
    const { rows } = await sql<DealRow>`
      select sale.id, deal_number, contract_on, accounting_on, delivered_on, received_on, vin, stock_number,
        condition, model_year, make, model, trim, body, drivetrain, engine, exterior_color, interior_color,
        is_certified, sale_type, deal_state, odometer_miles, price_cents, cost_cents, msrp_cents,
        front_gross_cents, back_gross_cents, total_gross_cents
      from sale join build on build.id = sale.build_id
      where store_id = ${scope.store.id} and sale.id > ${after} and sold_on <= ${scope.asOf}
        and ${passesSale(segment)}
      order by sale.id limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id ?? after;
  }
}
