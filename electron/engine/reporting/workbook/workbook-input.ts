import type { StockUnit } from '@shared/contract/inventory';
import type { ReportModel } from '@shared/contract/reports';

/** What a workbook is made of: the report's figures, and every unit behind them. */
export type WorkbookInput = { model: ReportModel; units: readonly StockUnit[] };

/** Line under a sheet's title and at the foot of its pages. */
export function sheetNote({ overview, segment }: ReportModel): string {
  const sample = overview.isSample ? ' · sample data' : '';
  const limit = segment === null ? '' : ` · ${segment}`;
  return `${overview.storeName} (${overview.storeCode}) · as of ${overview.dataDate}${sample}${limit}`;
}

export function dollars(cents: number | null | undefined): number | null {
  return cents === null || cents === undefined ? null : cents / 100;
}

export function yesNo(value: boolean | null): string | null {
  if (value === null) return null;
  return value ? 'yes' : 'no';
}
