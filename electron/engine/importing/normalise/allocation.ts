import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import { firstDay, lastDay } from '@shared/domain/period';
import { engineTexts } from '@shared/texts/engine-texts';
import type { AllocationRow } from '../types';
import type { FileHints } from './condition';
import { spellName } from './names';
import { periodOf } from './period-text';
import { readMake } from './read-build';
import type { RowReader } from './row-reader';

/** Length of a cycle whose end nobody states. */
const DEFAULT_CYCLE_DAYS = 30;

/** Null when the row was rejected; the reader then says why. */
export function normaliseAllocation(reader: RowReader, hints: FileHints): AllocationRow | null {
  const make = readMake(reader);
  const allocationGroup = reader.text('allocationGroup');
  const units = reader.integer('units');
  const cycle = readCycle(reader) ?? cycleOf(hints);
  const missing = [
    make === null && 'make',
    allocationGroup === null && 'allocationGroup',
    (units === null || units < 0) && 'units',
    cycle === null && 'cycle',
  ].find((field) => field !== false);
  if (make === null || allocationGroup === null || units === null || units < 0 || cycle === null) {
    reader.note(missing ?? null, 'MISSING_VALUE', 'rejected', engineTexts.importing.rows.missing.allocation);
    return null;
  }
  const models = (reader.text('models') ?? '')
    .split(/[|;,]/)
    .map((model) => model.trim())
    .filter((model) => model !== '');
  return {
    storeCode: reader.identifier('storeCode'),
    ...cycle,
    make,
    allocationGroup,
    models: models.map(spellName),
    units,
  };
}

type Cycle = { cycle: string; cycleStart: CalendarDay; cycleEnd: CalendarDay };

/** Days as stated, else those of the month or week that the cycle is named after. */
function readCycle(reader: RowReader): Cycle | null {
  const name = reader.text('cycle');
  const period = name === null ? null : periodOf(name);
  const cycleStart = reader.day('cycleStart') ?? (period && firstDay(period));
  if (cycleStart === null) return null;
  const cycleEnd =
    reader.day('cycleEnd') ?? (period ? lastDay(period) : addDays(cycleStart, DEFAULT_CYCLE_DAYS - 1));
  return { cycle: name ?? cycleStart, cycleStart, cycleEnd };
}

/** The cycle that only the file's title states. */
function cycleOf({ span }: FileHints): Cycle | null {
  return span === null ? null : { cycle: span.name, cycleStart: span.start, cycleEnd: span.end };
}
