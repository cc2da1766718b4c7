/** What a file's import accounts for beside its counts: totals, what was ignored, dates, dropped columns. */
import type { Reconciliation } from '@shared/contract/import-accounting';
import type { EncodedTable } from '../encode-table';
import type { RecognisedFile } from '../open-table';

/** In the order in which the date of figures is taken. */
export const SALE_DATES = ['contractOn', 'accountingOn', 'deliveredOn'] as const;

export function reconcileFile(open: RecognisedFile, staged: EncodedTable): Reconciliation {
  const { totals, ignored } = staged;
  return {
    ignored: [...ignored].map(([reason, { count, firstLine }]) => ({ reason, rows: count, firstLine })),
    totalsLine: totals.totalsLine,
    totals: [...totals.columns],
    statedRows: totals.statedRows,
    areRowsAgreed: totals.areRowsAgreed,
    dateColumns: dateColumnsOf(open),
    ambiguousDateColumns: [...open.typing.ambiguous],
    droppedColumns: droppedColumnsOf(open),
  };
}

/** Source columns of the date that figures use; only deals have several to choose from. */
export function dateColumnsOf({ table, typing }: RecognisedFile): string[] {
  const names: readonly string[] = table.kind === 'sales' ? SALE_DATES : DATES_OF_OTHER_KINDS;
  return names.flatMap((name) =>
    typing.columns.filter(({ field }) => field.name === name).map(({ source }) => source),
  );
}

const DATES_OF_OTHER_KINDS = ['receivedOn', 'orderedOn', 'cycleStart', 'cycle', 'period', 'recommendedOn'];

export function droppedColumnsOf({ table }: RecognisedFile): Reconciliation['droppedColumns'] {
  return table.columns
    .filter(({ source, target, isPersonal }) => source !== '' && (isPersonal || target === null))
    .map(({ source, isPersonal }) => ({ column: source, reason: isPersonal ? 'personal' : 'not used' }));
}
