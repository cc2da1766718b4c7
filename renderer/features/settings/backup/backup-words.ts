import type { BackupContent } from '@shared/contract/backups';
import { texts } from '../../../texts/texts';

const words = texts.settings.backup.tables;

/** The tables that a user knows, by the words of the screens. */
const KNOWN_TABLES: readonly { table: string; label: string }[] = [
  { table: 'import_batch', label: words.imports },
  { table: 'stock_episode', label: words.stays },
  { table: 'sale', label: words.sales },
  { table: 'factory_order', label: words.orders },
  { table: 'forecast_run', label: words.forecasts },
  { table: 'plan_run', label: words.plans },
  { table: 'plan_decision', label: words.decisions },
  { table: 'feedback', label: words.outcomes },
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
