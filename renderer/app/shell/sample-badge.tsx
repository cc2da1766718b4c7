import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { notify, notifyError } from '../../lib/notices-store';
import { saveOverview } from '../../lib/saved-overview';
import classes from './top-bar.module.css';

export function SampleBadge() {
  const clear = useMutation(
    orpc.stores.clearSample.mutationOptions({
      onSuccess: () => {
        saveOverview(null);
        notify({ tone: 'good', title: 'Sample store cleared', detail: 'Your own stores were not touched.' });
      },
      onError: notifyError,
    }),
  );
  return (
    <span className={classes.sample}>
      <StatusPill tone="caution" title="This store and every figure of it are made up." testId="sample-badge">
        Sample data
      </StatusPill>
      <Button
        variant="subtle"
        size="compact-xs"
        loading={clear.isPending}
        onClick={() => clear.mutate({})}
        data-testid="clear-sample"
      >
        Clear sample data
      </Button>
    </span>
  );
}
