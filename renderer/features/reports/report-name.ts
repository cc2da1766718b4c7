import type { ReportFormat } from '@shared/contract/reports';
import type { Store } from '@shared/contract/stores';
import { fileSafe } from '@shared/domain/file-name';

/** The name offered for a report. */
export function reportName(
  format: ReportFormat,
  store: Pick<Store, 'name' | 'dataDate'> | null,
  what: string | null = null,
): string {
  const name = fileSafe([store?.name, what].filter(Boolean).join(' '));
  return `${['DOSO', name, store?.dataDate].filter(Boolean).join(' ')}.${format}`;
}
