/**
 * `sales.txt`: deals in the column names and order of the DealerVault SL file, tab separated, one row a deal.
 *
 * Codes used. Sale Type: R retail, L lease, F fleet, W wholesale, D dealer trade. Deal Type: F finance,
 * L lease, C cash, P purchase by another business. Deal Status: F finalised and B booked count as sold,
 * P is pending, U was unwound (its car went back into stock and may appear in a later deal). New/Used: N, U.
 * As in real files Total Profit is blank now and then while Gross Profit is there.
 */
import { type DealTerms, dealTerms } from './deal-terms';
import { type Column, cellsOf, decimal, headerOf, monthDayYear, tabLine } from './delimited-text';
import { inventPerson, type Person, SALESPEOPLE } from './people';
import { derivedSeed, itemAt, RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { Sale } from './unit';
import { type UnitDetails, unitDetails, vinOf } from './unit-details';

const TOTAL_BLANK_SHARE = 0.03;
/** Keeps the seeds of deals apart from those of units. */
const DEAL_SEED = 0x5a1e;

type DealRow = {
  store: string;
  sale: Sale;
  details: UnitDetails;
  terms: DealTerms;
  person: Person;
  customerNumber: number;
  salesperson: number;
  totalKnown: boolean;
};

const COLUMNS: readonly Column<DealRow>[] = [
  ['File Type', () => 'SL'],
  ['DV Dealer ID', (row) => row.store],
  ['Vendor Dealer ID', (row) => row.store],
  ['DMS Type', () => 'CDK'],
  ['Deal Number', ({ sale }) => sale.dealNumber],
  ['Customer Number', (row) => row.customerNumber],
  ['First Name', ({ person }) => person.firstName],
  ['Last Name', ({ person }) => person.lastName],
  ['Address Line 1', ({ person }) => person.address],
  ['City', ({ person }) => person.city],
  ['State', ({ person }) => person.state],
  ['Zip', ({ person }) => person.zip],
  ['Home Phone', ({ person }) => person.phone],
  ['VIN', ({ details }) => details.vin],
  ['Year', ({ sale }) => sale.unit.modelYear],
  ['Make', ({ sale }) => sale.unit.spec.make],
  ['Model', ({ sale }) => sale.unit.spec.model],
  ['Model Number', ({ sale }) => sale.unit.spec.modelCode],
  ['Mileage', ({ details }) => details.odometer],
  ['Exterior Color', ({ sale }) => sale.unit.exterior.name],
  ['New/Used', ({ sale }) => (sale.unit.condition === 'new' ? 'N' : 'U')],
  ['Stock Number', ({ sale }) => sale.unit.stockNumber],
  ['Transmission', ({ sale }) => sale.unit.spec.engine.transmission],
  ['Engine Configuration', ({ sale }) => sale.unit.spec.engine.label],
  ['Trim', ({ sale }) => sale.unit.spec.trim],
  ['Body Style', ({ sale }) => sale.unit.spec.body],
  ['Drivetrain', ({ sale }) => sale.unit.spec.drivetrain],
  ['Certified', ({ sale }) => (sale.unit.certified ? 'Y' : '')],
  ['Delivery Date', ({ sale }) => monthDayYear(sale.deliveryDay)],
  ['Inventory Date', ({ sale }) => monthDayYear(sale.unit.inDay)],
  ['Trade 1 VIN', ({ sale }) => (sale.trade ? vinOf(sale.trade) : '')],
  ['Salesman 1 Number', (row) => 101 + row.salesperson],
  ['Salesman 1 Name', (row) => itemAt(SALESPEOPLE, row.salesperson)],
  ['MSRP', ({ sale, details }) => (sale.unit.condition === 'new' ? details.msrpDollars.toFixed(2) : '')],
  ['List Price', ({ terms }) => decimal(terms.listPriceCents)],
  ['Sales Price', ({ terms }) => decimal(terms.salesPriceCents)],
  ['Cost', ({ terms }) => decimal(terms.costCents)],
  ['Incentives', () => ''],
  ['Pack Amount', ({ terms }) => (terms.packCents === 0 ? '' : decimal(terms.packCents))],
  ['Front Gross', ({ terms }) => decimal(terms.frontGrossCents)],
  ['Finance Reserve', ({ terms }) => decimal(terms.financeReserveCents)],
  ['Back Gross', ({ terms }) => decimal(terms.backGrossCents)],
  ['Total Profit', (row) => (row.totalKnown ? totalGross(row) : '')],
  ['Gross Profit', totalGross],
  ['Deal Status', ({ sale }) => sale.status],
  ['Entry Date', ({ sale }) => monthDayYear(sale.contractDay)],
  ['Booked Date', ({ sale }) => monthDayYear(sale.bookedDay)],
  ['Finalized Date', ({ sale }) => monthDayYear(sale.finalizedDay)],
  ['Contract Date', ({ sale }) => monthDayYear(sale.contractDay)],
  ['Accounting Date', ({ sale }) => monthDayYear(sale.bookedDay)],
  ['Deal Type', ({ terms }) => terms.dealType],
  ['Sale Type', ({ sale }) => sale.type],
  ['Rebates', ({ terms }) => (terms.rebateCents === 0 ? '' : decimal(terms.rebateCents))],
  ['Holdback Amount', ({ terms }) => (terms.holdbackCents === 0 ? '' : decimal(terms.holdbackCents))],
];

export function salesHeader(): string {
  return tabLine(headerOf(COLUMNS));
}

export function salesLine(sale: Sale, plan: StorePlan): string {
  const random = new RandomSource(derivedSeed(plan.seed ^ DEAL_SEED, sale.dealNumber));
  const details = unitDetails(sale.unit, plan.seed);
  const row: DealRow = {
    store: plan.profile.code,
    sale,
    details,
    terms: dealTerms(sale, details, random),
    person: inventPerson(random, plan.profile),
    customerNumber: random.integer(100_000, 999_999),
    salesperson: random.integer(0, SALESPEOPLE.length - 1),
    totalKnown: !random.chance(TOTAL_BLANK_SHARE),
  };
  return tabLine(cellsOf(COLUMNS, row));
}

function totalGross({ terms }: DealRow): string {
  return decimal(terms.frontGrossCents + terms.backGrossCents);
}
