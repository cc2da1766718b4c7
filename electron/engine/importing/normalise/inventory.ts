import { engineTexts } from '@shared/texts/engine-texts';
import type { InventoryRow, StockStatus } from '../types';
import { conditionOf, type FileHints, readConditionWord } from './condition';
import { readBuild } from './read-build';
import type { RowReader } from './row-reader';
import { type ConditionWord, flagWord, stockStatusWord } from './vocabularies';

const words = engineTexts.importing.rows;

/** Null when the row was rejected or is ignored; the reader then says why. */
export function normaliseInventory(reader: RowReader, hints: FileHints): InventoryRow | null {
  const vin = reader.vin('vin');
  const stockNumber = reader.identifier('stockNumber');
  if (vin === null && stockNumber === null) {
    reader.note(
      reader.has('vin') ? 'vin' : 'stockNumber',
      'MISSING_IDENTITY',
      'rejected',
      words.missing.stockIdentity,
    );
    return null;
  }
  const build = readBuild(reader, vin);
  if (build === null) return null;
  const odometerMiles = reader.miles('odometer');
  const word = readConditionWord(reader);
  const isCertified =
    word === 'certified' || reader.word('isCertified', certifiedWord, words.wordsFor.certified) === true;
  return {
    storeCode: reader.identifier('storeCode'),
    storeName: reader.text('storeName'),
    vin,
    stockNumber,
    build,
    condition: conditionOf(reader, hints, { word, isCertified, odometerMiles, modelYear: build.modelYear }),
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

/** A program's name in a certified column means yes. */
function certifiedWord(text: string): boolean {
  return flagWord(text) ?? true;
}

function statusOf(reader: RowReader, word: ConditionWord | null): StockStatus {
  const status = reader.word('status', stockStatusWord, words.wordsFor.stockStatus) ?? 'available';
  if (status === 'available' && (word === 'demo' || word === 'loaner')) return word;
  return status;
}
