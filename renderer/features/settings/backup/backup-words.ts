import type { BackupContent } from '@shared/contract/backups';

export const REASON_WORDS: Record<BackupContent['reason'], string> = {
  manual: 'By hand',
  daily: 'Daily',
  migration: 'Before an update',
};

/** The tables that a user knows, by the words of the screens. */
const KNOWN_TABLES: readonly { table: string; label: string }[] = [
  { table: 'import_batch', label: 'Imports' },
  { table: 'stock_episode', label: 'Stays in stock' },
  { table: 'sale', label: 'Sales' },
  { table: 'factory_order', label: 'Factory orders' },
  { table: 'forecast_run', label: 'Forecasts' },
  { table: 'plan_run', label: 'Order plans' },
  { table: 'plan_decision', label: 'Decisions' },
  { table: 'feedback', label: 'Outcomes' },
];

export function knownRows(content: BackupContent): { table: string; label: string; rows: number }[] {
  return KNOWN_TABLES.flatMap((known) => {
    const rows = content.rows[known.table];
    return rows === undefined ? [] : [{ ...known, rows }];
  });
}

export function totalRows({ rows }: BackupContent): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
