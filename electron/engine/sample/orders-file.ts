/**
 * `orders.xlsx`: the order bank in the column names of a GM order export, with Series, Drivetrain and Invoice
 * added. Beware as with the real one: `Trim` is the interior colour here, `Series` the trim. Status is the
 * factory's event code and text ("4B00"). Grain: one row an order.
 */
import { dayFromNumber } from '@shared/domain/calendar-day';
import ExcelJS from 'exceljs';
import { monthDayYear } from './delimited-text';
import { inventPerson } from './people';
import { derivedSeed, itemAt, RandomSource } from './random-source';
import type { StorePlan } from './store-plan';
import type { Order } from './unit';
import { unitDetails } from './unit-details';
import { withFixedZipDates } from './zip-dates';

const HEADERS = [
  'Model Year',
  'Division',
  'Allocation Group',
  'PEG',
  'Model',
  'Body Style',
  'Color',
  'Trim',
  'Order Number',
  'Customer Name',
  'Dealer Order Code',
  'Selling Dealer',
  'Build Week',
  'Order Date',
  'Estimated Delivery',
  'Status',
  'MSRP',
  'RPO Codes',
  'Series',
  'Drivetrain',
  'Invoice',
];
/** Share of the time from order to delivery that has passed when the event is reported. */
const EVENTS: readonly (readonly [from: number, codes: readonly string[]])[] = [
  [0, ['2000']],
  [0.12, ['2500']],
  [0.2, ['3000', '3100']],
  [0.34, ['3300', '3400']],
  [0.52, ['3800']],
  [0.62, ['4000', '4B00']],
  [0.7, ['4150']],
  [0.76, ['4200']],
  [0.9, ['4800', '4V03']],
];
const ORDER_SEED = 0x0bd3;
const ORDER_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

export type StoreOrders = { plan: StorePlan; orders: readonly Order[] };

/** The workbook's bytes; equal input gives equal bytes. */
export async function ordersWorkbook(stores: readonly StoreOrders[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const stamp = new Date(Math.max(...stores.map(({ plan }) => plan.asOfDay)) * 86_400_000);
  workbook.creator = 'Order export';
  workbook.created = stamp;
  workbook.modified = stamp;
  const sheet = workbook.addWorksheet('Orders All');
  sheet.addRow(HEADERS);
  for (const { plan, orders } of stores) {
    for (const order of orders) sheet.addRow(orderCells(order, plan));
  }
  return withFixedZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function orderCells(order: Order, plan: StorePlan): (string | number)[] {
  const { unit } = order;
  const random = new RandomSource(derivedSeed(plan.seed ^ ORDER_SEED, unit.id));
  const details = unitDetails(unit, plan.seed);
  const person = inventPerson(random, plan.profile);
  return [
    unit.modelYear,
    unit.spec.make,
    order.allocationGroup,
    unit.spec.package ?? '',
    unit.spec.model,
    unit.spec.body,
    unit.exterior.code,
    unit.interior.code,
    orderNumber(unit.id),
    order.sold ? `${person.lastName}, ${person.firstName}` : '',
    plan.profile.dealerOrderCode,
    plan.profile.code,
    buildWeek(order),
    monthDayYear(order.orderedDay),
    monthDayYear(order.arrivalDay),
    eventCode(order, plan.asOfDay, random),
    details.msrpDollars,
    details.optionCodes.join(','),
    unit.spec.trim,
    unit.spec.drivetrain,
    details.invoiceDollars,
  ];
}

function eventCode(order: Order, asOfDay: number, random: RandomSource): string {
  const passed = (asOfDay - order.orderedDay) / (order.arrivalDay - order.orderedDay);
  let current: readonly string[] = itemAt(EVENTS, 0)[1];
  for (const [from, codes] of EVENTS) if (passed >= from) current = codes;
  return random.pick(current);
}

/** Monday of the week in which half of the way from order to delivery is done. */
function buildWeek(order: Order): string {
  const middle = Math.round((order.orderedDay + order.arrivalDay) / 2);
  const monday = middle - ((middle + 3) % 7);
  return dayFromNumber(monday);
}

/** Six characters, one to one with the unit's id below 64 million. */
function orderNumber(id: number): string {
  let rest = id;
  let letters = '';
  for (let place = 0; place < 5; place++) {
    letters = ORDER_LETTERS.charAt(rest % ORDER_LETTERS.length) + letters;
    rest = Math.floor(rest / ORDER_LETTERS.length);
  }
  return `${letters}${(id * 7) % 10}`;
}
