import { Button, Skeleton, Switch, TextInput } from '@mantine/core';
import type { TelemetrySettings } from '@shared/contract/diagnostics';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../components/panel';
import { QueryView } from '../../../components/query-view';
import { orpc } from '../../../lib/engine-client';
import { notify, notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';
import classes from './diagnostics.module.css';

const words = texts.settings.diagnostics.telemetry;

export function TelemetryPanel() {
  const settings = useQuery(orpc.diagnostics.getTelemetry.queryOptions({ input: {} }));
  return (
    <Panel title={words.title} note={words.note}>
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
        notify({ tone: 'good', title: words.saved, topic: 'telemetry' });
      },
      onError: notifyError,
    }),
  );
  return (
    <div className={classes.stack}>
      <p className={classes.text}>{words.about}</p>
      <Switch
        size="sm"
        label={words.toFiles}
        checked={present.isFileWanted}
        onChange={(event) => set.mutate({ ...present, isFileWanted: event.currentTarget.checked })}
        data-testid="telemetry-file"
      />
      <div className={classes.collector}>
        <TextInput
          label={words.toCollector}
          placeholder={words.collectorExample}
          description={words.collectorHint}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={url === (present.collectorUrl ?? '')}
          onClick={() => set.mutate({ ...present, collectorUrl: url.trim() === '' ? null : url.trim() })}
        >
          {words.save}
        </Button>
      </div>
    </div>
  );
}
