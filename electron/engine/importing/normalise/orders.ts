/**
 * Order bank lines. In the GM export `Trim` is the interior and the grade sits in the equipment group (PEG):
 * `1LT` is trim LT. A sold order is one with a customer or a retail order type; the name is never kept.
 */
import { engineTexts } from '@shared/texts/engine-texts';
import type { OrderRow } from '../types';
import { spellName } from './names';
import { orderStatusOf } from './order-status';
import { readBuild } from './read-build';
import type { RowReader } from './row-reader';

const words = engineTexts.importing.rows;

const PEG = /^\d([A-Z]{1,3}\d?)$/;

/** Null when the row was rejected; the reader then says why. */
export function normaliseOrder(reader: RowReader): OrderRow | null {
  const orderNumber = reader.identifier('orderNumber');
  if (orderNumber === null) {
    reader.note('orderNumber', 'MISSING_IDENTITY', 'rejected', words.missing.orderNumber);
    return null;
  }
  const vin = reader.vin('vin');
  const build = readBuild(reader, vin);
  if (build === null) return null;
  const rawStatus = reader.text('status');
  return {
    storeCode: reader.identifier('storeCode'),
    orderNumber,
    build: {
      ...build,
      trim: build.trim ?? gradeOfPackage(build.package),
      interiorColor: build.interiorColor ?? reader.text('interiorCode'),
    },
    allocationGroup: reader.text('allocationGroup'),
    status: reader.word('status', orderStatusOf, words.wordsFor.orderStatus) ?? 'accepted',
    rawStatus,
    orderType: orderTypeOf(reader),
    orderedOn: reader.day('orderedOn'),
    estimatedArrivalOn: reader.day('estimatedArrivalOn'),
    arrivedOn: reader.day('arrivedOn'),
    vin,
    msrpCents: reader.price('msrp'),
    invoiceCents: reader.price('invoice'),
  };
}

function gradeOfPackage(code: string | null): string | null {
  const grade = PEG.exec(code ?? '')?.[1];
  return grade === undefined ? null : spellName(grade);
}

const STOCK_CUSTOMER = /^(stock|dealer stock|none|tbd|inventory)$/i;

/** GM: TRE retail stock, SRE sold retail; Ford: 1 retail, 2 stock. */
function orderTypeOf(reader: RowReader): 'stock' | 'sold' {
  const type = reader.text('orderType');
  if (type !== null && /^(sold|retail|sre|1|customer|retail sold|fre|fno)$/i.test(type)) return 'sold';
  if (type !== null && /^(stock|tre|trs|2|dealer|inventory)$/i.test(type)) return 'stock';
  const customer = reader.text('customer');
  return customer !== null && !STOCK_CUSTOMER.test(customer) ? 'sold' : 'stock';
}
