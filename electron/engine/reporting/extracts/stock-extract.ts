import type { StockUnit } from '@shared/contract/inventory';
import { readUnitPages } from '../build-report-model';
import { column, defineExtract, templateColumns } from './extract-table';

const field = templateColumns('inventory');

/** As an export of a stock list states it. */
const STATUS_WORDS: Record<StockUnit['status'], string> = {
  available: 'In Stock',
  sold_not_delivered: 'Sold',
  on_hold: 'Hold',
  demo: 'Demo',
  loaner: 'Loaner',
  in_transit: 'In Transit',
};

export const stockExtract = defineExtract<StockUnit>({
  grain: 'one vehicle in stock or in transit on the data date',
  columns: [
    field('stockNumber', 'text', (unit) => unit.stockNumber),
    field('vin', 'text', (unit) => unit.vin),
    field('condition', 'text', (unit) => unit.condition),
    field('year', 'integer', (unit) => unit.build.modelYear),
    field('make', 'text', (unit) => unit.build.make),
    field('model', 'text', (unit) => unit.build.model),
    field('trim', 'text', (unit) => unit.build.trim),
    field('body', 'text', (unit) => unit.build.body),
    field('drivetrain', 'text', (unit) => unit.build.drivetrain),
    field('engine', 'text', (unit) => unit.build.engine),
    field('exteriorColor', 'text', (unit) => unit.build.exteriorColor),
    field('interiorColor', 'text', (unit) => unit.build.interiorColor),
    field('isCertified', 'flag', (unit) => unit.isCertified),
    field('status', 'text', (unit) => STATUS_WORDS[unit.status]),
    field('receivedOn', 'day', (unit) => unit.receivedOn),
    field('ageDays', 'integer', (unit) => unit.ageDays),
    field('odometer', 'integer', (unit) => unit.odometerMiles),
    field('cost', 'money', (unit) => unit.costCents),
    field('price', 'money', (unit) => unit.priceCents),
    field('msrp', 'money', (unit) => unit.msrpCents),
    field('location', 'text', (unit) => unit.location),
    column('Held So Far', 'money', 'Holding cost to date, computed', (unit) => unit.holdingCostToDateCents),
  ],
  readRows: ({ db, scope, segment }) => readUnitPages(db, scope, segment),
});
