import type { SecurityState } from '@shared/contract/security';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '../../../lib/engine-client';
import { useLockStore } from '../../../lib/lock-store';
import { notify, notifyError } from '../../../lib/notices-store';

/** Makes a change of the security settings and keeps what is shown in step with it. */
export function useSecurityChange() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ change }: { change: () => Promise<SecurityState>; done: string }) => change(),
    onSuccess: (state, { done }) => {
      queryClient.setQueryData(orpc.security.getState.queryKey({ input: {} }), state);
      useLockStore.getState().know(state.isLockEnabled, state.isLocked);
      notify({ tone: 'good', title: done });
    },
    onError: notifyError,
  });
}
