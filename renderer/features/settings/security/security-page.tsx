/** What is encrypted and who keeps the key; the lock in front of the figures. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../../components/query-view';
import { orpc } from '../../../lib/engine-client';
import { EncryptionPanel } from './encryption-panel';
import { LockPanel } from './lock-panel';

export function SecurityPage() {
  const state = useQuery(orpc.security.getState.queryOptions({ input: {}, staleTime: 0 }));
  return (
    <QueryView query={state} loading={<Skeleton height={220} radius="lg" />}>
      {(present) => (
        <>
          <EncryptionPanel state={present} />
          <LockPanel key={String(present.isLockEnabled)} state={present} />
        </>
      )}
    </QueryView>
  );
}
