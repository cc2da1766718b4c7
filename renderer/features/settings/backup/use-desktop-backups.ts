import type { ListedBackup } from '@shared/contract/backups';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { bridgeValue } from '../../../lib/bridge-value';
import { desktop } from '../../../lib/desktop-bridge';

/** The automatic backups as the desktop lists them, for where no engine runs. */
export function useDesktopBackups(): UseQueryResult<ListedBackup[]> {
  return useQuery({
    queryKey: ['desktop', 'backups'],
    queryFn: () => bridgeValue(desktop.listBackups()),
    staleTime: 0,
  });
}
