import type { Store } from '@shared/contract/stores';

export type ReportFormat = 'xlsx' | 'pdf';

/** The name offered for a report; characters that a file name cannot hold on some system become spaces. */
export function reportName(format: ReportFormat, store: Pick<Store, 'name' | 'dataDate'> | null): string {
  const name = store?.name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
  return `${['DOSO', name, store?.dataDate].filter(Boolean).join(' ')}.${format}`;
}
