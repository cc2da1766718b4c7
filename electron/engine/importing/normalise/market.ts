import type { Period } from '@shared/domain/period';
import { periodOrdinal } from '@shared/domain/period';
import type { MarketRow } from '../types';
import { spellName } from './names';
import { readMake } from './read-build';
import type { RowReader } from './row-reader';

/** Null when the row was rejected; the reader then says why. */
export function normaliseMarket(reader: RowReader): MarketRow | null {
  const period = readPeriod(reader);
  const region = reader.text('region');
  const make = readMake(reader);
  const model = reader.text('model');
  const units = reader.integer('units');
  if (period === null || region === null || make === null || model === null || units === null) {
    const missing = ['period', 'region', 'make', 'model', 'units'].find(
      (field) => reader.text(field) === null,
    );
    reader.note(
      missing ?? 'period',
      'MISSING_VALUE',
      'rejected',
      'The row does not say period, region, make, model and units.',
    );
    return null;
  }
  return {
    storeCode: reader.identifier('storeCode'),
    period,
    region,
    segment: reader.text('segment') ?? 'Unknown',
    make,
    model: spellName(model),
    units,
    averagePriceCents: reader.price('averagePrice'),
    daysSupply: reader.number('daysSupply'),
  };
}

/** `2025-09`, `2025-W38`, `202509`, `9/2025`, or a day within the month. */
function readPeriod(reader: RowReader): Period | null {
  const text = reader.text('period');
  if (text === null) return null;
  const compact = /^(\d{4})-?(\d{2})(?:-\d{2}.*)?$/.exec(text);
  const slashed = /^(\d{1,2})\/(?:\d{1,2}\/)?(\d{4})$/.exec(text);
  const period = compact
    ? `${compact[1]}-${compact[2]}`
    : slashed
      ? `${slashed[2]}-${(slashed[1] ?? '').padStart(2, '0')}`
      : text.toUpperCase();
  try {
    periodOrdinal(period);
    return period;
  } catch {
    reader.note('period', 'BAD_PERIOD', 'warning', 'This is no period: months are YYYY-MM, weeks YYYY-Www.');
    return null;
  }
}
