/**
 * `inventory.csv`: today's stock in the 43 columns of the vAuto feed, in its order, and DMS Status as the
 * 44th. `Series` is the trim and `Series Detail` the equipment group. Age counts from the inventory date to
 * the data date. Price is blank while a used car waits for reconditioning, as it is in the field.
 */
import { type Column, cellsOf, csvLine, headerOf, monthDayYear } from './delimited-text';
import { derivedSeed, RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { StockedUnit } from './unit';
import { type UnitDetails, unitDetails } from './unit-details';

const DAYS_TO_FRONT_LINE = 4;
const PHOTO_HOST = 'https://photos.example.com';
const ROW_SEED = 0x1417;

type StockRow = StockedUnit & {
  plan: StorePlan;
  details: UnitDetails;
  ageDays: number;
  odometer: number;
  /** Null while not yet priced. */
  priceDollars: number | null;
  photoCount: number;
  /** First day the photos were taken; null without photos. */
  photoDay: number | null;
};

const COLUMNS: readonly Column<StockRow>[] = [
  ['DealerId', ({ plan }) => plan.profile.code],
  ['Stock #', ({ unit }) => unit.stockNumber],
  ['VIN', ({ details }) => details.vin],
  ['New/Used', ({ unit }) => (unit.condition === 'new' ? 'N' : 'U')],
  ['Year', ({ unit }) => unit.modelYear],
  ['Make', ({ unit }) => unit.spec.make],
  ['Model', ({ unit }) => unit.spec.model],
  ['Model Code', ({ unit }) => unit.spec.modelCode],
  ['Body', ({ unit }) => unit.spec.body],
  ['Transmission', ({ unit }) => unit.spec.engine.transmission],
  ['Series', ({ unit }) => unit.spec.trim],
  ['Series Detail', ({ unit }) => unit.spec.package ?? ''],
  ['Door Count', ({ unit }) => unit.spec.doors],
  ['Odometer', (row) => row.odometer],
  ['Engine Cylinder Ct', ({ unit }) => unit.spec.engine.cylinders || ''],
  ['Engine Displacement', ({ unit }) => unit.spec.engine.displacement],
  ['Drivetrain Desc', ({ unit }) => unit.spec.drivetrain],
  ['Colour', ({ unit }) => unit.exterior.name],
  ['Interior Color', ({ unit }) => unit.interior.name],
  ['Price', ({ priceDollars }) => priceDollars ?? ''],
  ['MSRP', ({ unit, details }) => (unit.condition === 'new' ? details.msrpDollars : '')],
  ['Inventory Date', ({ unit }) => monthDayYear(unit.inDay)],
  ['Certified', ({ unit }) => (unit.certified ? 'Yes' : '')],
  ['Description', description],
  ['Features', ({ unit }) => `${unit.spec.engine.label},${unit.spec.engine.transmission},Rear Vision Camera`],
  ['City MPG', ({ unit }) => unit.spec.engine.cityMpg],
  ['Highway MPG', ({ unit }) => unit.spec.engine.highwayMpg],
  ['Photo Count', ({ photoCount }) => photoCount],
  ['Photos', ({ photoCount, details }) => (photoCount > 0 ? `${PHOTO_HOST}/${details.vin}/1.jpg` : '')],
  ['Photos Last Modified Date', ({ photoDay }) => monthDayYear(photoDay)],
  ['Dealer Name', ({ plan }) => plan.profile.name],
  ['Engine', ({ unit }) => unit.spec.engine.label],
  ['Fuel', ({ unit }) => unit.spec.engine.fuel],
  ['Age', ({ ageDays }) => ageDays],
  ['Option Codes', ({ details }) => details.optionCodes.join(',')],
  ['Invoice', ({ unit, details }) => (unit.condition === 'new' ? details.invoiceDollars.toFixed(2) : '')],
  ['Sticker', ({ unit, details }) => (unit.condition === 'new' ? details.msrpDollars : '')],
  ['Dealer Discounted', ({ unit, priceDollars }) => (unit.condition === 'new' ? (priceDollars ?? '') : '')],
  ['MEMOLINE1', ({ ageDays }) => (ageDays > 90 ? 'AGED UNIT' : '')],
  ['MEMOLINE2', () => ''],
  ['FLOORPLANAMOUNT', ({ details }) => details.costDollars.toFixed(2)],
  ['SALESCOST', ({ details }) => details.costDollars.toFixed(2)],
  [
    'INVOICEAMOUNT',
    ({ unit, details }) => (unit.condition === 'new' ? details.invoiceDollars.toFixed(2) : ''),
  ],
  ['DMS Status', ({ status }) => status],
];

export function inventoryHeader(): string {
  return csvLine(headerOf(COLUMNS));
}

export function inventoryLine(stocked: StockedUnit, plan: StorePlan): string {
  const row = stockRow(stocked, plan);
  return csvLine(cellsOf(COLUMNS, row));
}

function stockRow(stocked: StockedUnit, plan: StorePlan): StockRow {
  const { unit, status } = stocked;
  const random = new RandomSource(derivedSeed(plan.seed ^ ROW_SEED, unit.id));
  const details = unitDetails(unit, plan.seed);
  const ageDays = plan.asOfDay - unit.inDay;
  const driven = status === 'DEMO' || status === 'LOANER' ? 400 + ageDays * random.integer(18, 45) : 0;
  const ready = ageDays >= DAYS_TO_FRONT_LINE || unit.condition === 'new';
  const photoCount = ageDays >= 2 && ready ? random.integer(14, 38) : 0;
  return {
    ...stocked,
    plan,
    details,
    ageDays,
    odometer: details.odometer + driven,
    priceDollars: ready ? Math.round(details.askingDollars * (1 - markdown(unit.condition, ageDays))) : null,
    photoCount,
    photoDay: photoCount > 0 ? unit.inDay + random.integer(1, 2) : null,
  };
}

/** Share taken off the asking price: new cars slowly, used ones about 1 % every two weeks. */
function markdown(condition: 'new' | 'used', ageDays: number): number {
  const steps = Math.floor(ageDays / 15);
  return Math.min(0.14, condition === 'new' ? 0.02 + 0.006 * steps : 0.01 * steps);
}

function description({ unit }: StockRow): string {
  const { spec, modelYear, exterior } = unit;
  return `${modelYear} ${spec.make} ${spec.model} ${spec.trim} in ${exterior.name}. "Call us", we are here.`;
}
