/**
 * What demand is read from: units sold by day, and unbroken spans of days in stock, both by configuration (a build
 * without model year and colours, which is what an order line names).
 */
import type { CalendarDay } from '@shared/domain/calendar-day';

export type DemandLevel = 'store' | 'model' | 'trim' | 'build';

export type Configuration = {
  make: string;
  model: string;
  trim: string | null;
  body: string | null;
  drivetrain: string | null;
  engine: string | null;
  package: string | null;
};

export type SaleRow = Configuration & { soldOn: CalendarDay; units: number };
/** Days with at least one unit on the ground, both ends included. */
export type StockSpan = Configuration & { from: CalendarDay; to: CalendarDay };

/** Units of a configuration on their way. */
export type ComingRow = Configuration & {
  units: number;
  /** Of the first of them; null where no date is stated. */
  arrivesOn: CalendarDay | null;
};

export type DemandRows = {
  sales: SaleRow[];
  /** Null when the files do not tell how long sold units stood: days without stock are then unknown. */
  spans: StockSpan[] | null;
  firstSoldOn: CalendarDay;
  lastSoldOn: CalendarDay;
  /** What trims without a past are told by; absent where that is not asked for. */
  coming?: readonly ComingRow[];
};

/** `store`, `model:Ford|F-150`, `trim:Ford|F-150|XLT`, `build:...`; an unknown part stays empty. */
export function seriesKey(level: DemandLevel, of: Partial<Configuration>): string {
  if (level === 'store') return 'store';
  const parts = [of.make, of.model];
  if (level !== 'model') parts.push(of.trim ?? '');
  if (level === 'build') parts.push(of.body ?? '', of.drivetrain ?? '', of.engine ?? '', of.package ?? '');
  return `${level}:${parts.map((part) => part ?? '').join('|')}`;
}

/** Rows apart by key, in the order in which keys first come; stays known or unknown as before. */
export function groupRows(rows: DemandRows, keyOf: (row: Configuration) => string): DemandRows[] {
  const groups = new Map<string, DemandRows & { coming: ComingRow[] }>();
  const groupOf = (row: Configuration): DemandRows & { coming: ComingRow[] } => {
    const key = keyOf(row);
    const found = groups.get(key) ?? { ...rows, sales: [], spans: rows.spans && [], coming: [] };
    groups.set(key, found);
    return found;
  };
  for (const sale of rows.sales) groupOf(sale).sales.push(sale);
  for (const span of rows.spans ?? []) groupOf(span).spans?.push(span);
  for (const one of rows.coming ?? []) groupOf(one).coming.push(one);
  return [...groups.values()];
}
