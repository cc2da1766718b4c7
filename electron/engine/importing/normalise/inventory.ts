import type { InventoryRow, StockStatus, VehicleCondition } from '../types';
import { readBuild } from './read-build';
import type { RowReader } from './row-reader';
import { type ConditionWord, conditionWord, flagWord, stockStatusWord } from './vocabularies';

/** What holds for the whole file: a condition stated by its name or title ("Used vehicles"). */
export type FileHints = { readonly condition: VehicleCondition | null };

/** A car with more miles than this was driven by somebody. */
const MOST_NEW_MILES = 1_000;

/** Null when the row was rejected or is ignored; the reader then says why. */
export function normaliseInventory(reader: RowReader, hints: FileHints): InventoryRow | null {
  const vin = reader.vin('vin');
  const stockNumber = reader.identifier('stockNumber');
  if (vin === null && stockNumber === null) {
    reader.note(
      reader.has('vin') ? 'vin' : 'stockNumber',
      'MISSING_IDENTITY',
      'rejected',
      'The row has neither a VIN nor a stock number.',
    );
    return null;
  }
  const build = readBuild(reader, vin);
  if (build === null) return null;
  const odometerMiles = reader.integer('odometer');
  const word = readConditionWord(reader);
  const isCertified = word === 'certified' || reader.word('isCertified', certifiedWord, 'certified') === true;
  return {
    storeCode: reader.identifier('storeCode'),
    vin,
    stockNumber,
    build,
    condition: conditionOf(reader, word, isCertified, odometerMiles, hints),
    isCertified,
    status: statusOf(reader, word),
    receivedOn: reader.day('receivedOn'),
    ageDays: reader.integer('ageDays'),
    odometerMiles,
    costCents: reader.price('cost') ?? reader.price('invoice'),
    priceCents: reader.price('price'),
    msrpCents: reader.price('msrp'),
    location: reader.text('location'),
  };
}

/** `IsNew` columns say Y or N; all others name the condition. */
export function readConditionWord(reader: RowReader): ConditionWord | null {
  const column = reader.columns.find(({ field }) => field.name === 'condition');
  if (column && /is.?new/i.test(column.source)) {
    const isNew = reader.word('condition', flagWord, 'new or used');
    return isNew === null ? null : isNew ? 'new' : 'used';
  }
  return reader.word('condition', conditionWord, 'new or used');
}

/** A program's name in a certified column means yes. */
function certifiedWord(text: string): boolean {
  return flagWord(text) ?? true;
}

function conditionOf(
  reader: RowReader,
  word: ConditionWord | null,
  isCertified: boolean,
  odometerMiles: number | null,
  hints: FileHints,
): VehicleCondition {
  if (word === 'new' || word === 'demo' || word === 'loaner') return 'new';
  if (word === 'used' || word === 'certified') return 'used';
  if (hints.condition !== null) return hints.condition;
  const condition = isCertified || (odometerMiles ?? 0) > MOST_NEW_MILES ? 'used' : 'new';
  reader.note(
    reader.has('odometer') ? 'odometer' : null,
    'CONDITION_INFERRED',
    'repaired',
    `The file does not say new or used: taken as ${condition} from mileage and certification.`,
  );
  return condition;
}

function statusOf(reader: RowReader, word: ConditionWord | null): StockStatus {
  const status = reader.word('status', stockStatusWord, 'stock status') ?? 'available';
  if (status === 'available' && (word === 'demo' || word === 'loaner')) return word;
  return status;
}
