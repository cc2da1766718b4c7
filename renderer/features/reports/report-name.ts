import type { ReportFormat } from '@shared/contract/reports';
import type { Store } from '@shared/contract/stores';

/** The name offered for a report; characters that a file name cannot hold on some system become spaces. */
export function reportName(
  format: ReportFormat,
  store: Pick<Store, 'name' | 'dataDate'> | null,
  what: string | null = null,
): string {
  const name = [store?.name, what]
    .filter(Boolean)
    .join(' ')
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim();
  return `${['DOSO', name, store?.dataDate].filter(Boolean).join(' ')}.${format}`;
}
