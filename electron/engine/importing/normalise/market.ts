import { UNKNOWN_NAME } from '@shared/domain/build';
import type { Period } from '@shared/domain/period';
import { engineTexts } from '@shared/texts/engine-texts';
import type { MarketRow } from '../types';
import type { FileHints } from './condition';
import { spellName } from './names';
import { periodOf } from './period-text';
import { readMake } from './read-build';
import type { RowReader } from './row-reader';

const words = engineTexts.importing.rows;

/** Null when the row was rejected; the reader then says why. */
export function normaliseMarket(reader: RowReader, hints: FileHints): MarketRow | null {
  const period = readPeriod(reader) ?? (reader.has('period') ? null : (hints.span?.name ?? null));
  const region = reader.text('region');
  const make = readMake(reader);
  const model = reader.text('model');
  const units = reader.integer('units');
  if (period === null || region === null || make === null || model === null || units === null) {
    const missing = ['period', 'region', 'make', 'model', 'units'].find(
      (field) => reader.text(field) === null,
    );
    reader.note(missing ?? 'period', 'MISSING_VALUE', 'rejected', words.missing.market);
    return null;
  }
  return {
    storeCode: reader.identifier('storeCode'),
    period,
    region,
    segment: reader.text('segment') ?? UNKNOWN_NAME,
    make,
    model: spellName(model),
    units,
    averagePriceCents: reader.price('averagePrice'),
    daysSupply: reader.number('daysSupply'),
  };
}

function readPeriod(reader: RowReader): Period | null {
  const text = reader.text('period');
  if (text === null) return null;
  const period = periodOf(text);
  if (period === null) reader.note('period', 'BAD_PERIOD', 'warning', words.badPeriod);
  return period;
}
