import { Button, Skeleton, Switch, TextInput } from '@mantine/core';
import type { TelemetrySettings } from '@shared/contract/diagnostics';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../components/panel';
import { QueryView } from '../../../components/query-view';
import { orpc } from '../../../lib/engine-client';
import { notify, notifyError } from '../../../lib/notices-store';
import classes from './diagnostics.module.css';

export function TelemetryPanel() {
  const settings = useQuery(orpc.diagnostics.getTelemetry.queryOptions({ input: {} }));
  return (
    <Panel title="Measurements for others" note="off unless you switch them on">
      <QueryView query={settings} loading={<Skeleton height={90} />}>
        {(present) => <TelemetryForm key={JSON.stringify(present)} present={present} />}
      </QueryView>
    </Panel>
  );
}

function TelemetryForm({ present }: { present: TelemetrySettings }) {
  const [url, setUrl] = useState(present.collectorUrl ?? '');
  const queryClient = useQueryClient();
  const set = useMutation(
    orpc.diagnostics.setTelemetry.mutationOptions({
      onSuccess: (changed) => {
        queryClient.setQueryData(orpc.diagnostics.getTelemetry.queryKey({ input: {} }), changed);
        notify({ tone: 'good', title: 'Saved', topic: 'telemetry' });
      },
      onError: notifyError,
    }),
  );
  return (
    <div className={classes.stack}>
      <p className={classes.text}>
        Names and durations of calls, statements and jobs in OpenTelemetry’s form, for whoever looks after
        your computers. Never values of the store.
      </p>
      <Switch
        size="sm"
        label="Write them to files beside the log"
        checked={present.isFileWanted}
        onChange={(event) => set.mutate({ ...present, isFileWanted: event.currentTarget.checked })}
        data-testid="telemetry-file"
      />
      <div className={classes.collector}>
        <TextInput
          label="Send them to a collector"
          placeholder="http://collector:4318"
          description="OTLP over HTTP; empty: nothing leaves this computer"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={url === (present.collectorUrl ?? '')}
          onClick={() => set.mutate({ ...present, collectorUrl: url.trim() === '' ? null : url.trim() })}
        >
          Save
        </Button>
      </div>
    </div>
  );
}
