/** Whether a language model may put plans into plain words, which one, and its key. */
import { Button, Group, PasswordInput, Skeleton, Switch, TextInput } from '@mantine/core';
import type { AssistantState } from '@shared/contract/assistant';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../components/panel';
import { QueryView } from '../../../components/query-view';
import { StatusPill } from '../../../components/status-pill';
import { orpc } from '../../../lib/engine-client';
import { notify, notifyError } from '../../../lib/notices-store';
import classes from '../security/security.module.css';

export function AssistantPage() {
  const state = useQuery(orpc.assistant.getState.queryOptions({ input: {}, staleTime: 0 }));
  return (
    <QueryView query={state} loading={<Skeleton height={220} radius="lg" />}>
      {(present) => <AssistantForm key={JSON.stringify(present)} present={present} />}
    </QueryView>
  );
}

function AssistantForm({ present }: { present: AssistantState }) {
  const [address, setAddress] = useState(present.address);
  const [model, setModel] = useState(present.model);
  const [key, setKey] = useState('');
  const queryClient = useQueryClient();
  const set = useMutation(
    orpc.assistant.setSettings.mutationOptions({
      onSuccess: (changed) => {
        queryClient.setQueryData(orpc.assistant.getState.queryKey({ input: {} }), changed);
        notify({ tone: 'good', title: 'Saved', topic: 'assistant' });
      },
      onError: notifyError,
    }),
  );
  const written = { isOn: present.isOn, address: address.trim(), model: model.trim() };
  const isChanged = written.address !== present.address || written.model !== present.model || key !== '';
  return (
    <Panel title="Explanations in plain words" note="off unless you switch them on">
      <form
        className={classes.stack}
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ ...written, ...(key !== '' && { apiKey: key }) });
        }}
      >
        <p className={classes.text}>
          A language model of your choice can put an order plan into a few sentences. What would be sent is
          shown first, and goes out only when you press Send: figures of builds, never a VIN, a customer or a
          note. A wording with a number that the plan does not state is thrown away.
        </p>
        <Switch
          size="sm"
          label="Allow explanations to be asked for"
          checked={present.isOn}
          onChange={(event) =>
            set.mutate({ address: present.address, model: present.model, isOn: event.currentTarget.checked })
          }
          data-testid="assistant-on"
        />
        <TextInput
          label="Address"
          description="OpenAI’s, or a program on this computer that speaks the same, such as http://localhost:11434/v1"
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          data-testid="assistant-address"
        />
        <TextInput
          label="Model"
          value={model}
          onChange={(event) => setModel(event.currentTarget.value)}
          data-testid="assistant-model"
        />
        <PasswordInput
          label="Key"
          description="Stored encrypted, and never shown again. Another address forgets it."
          placeholder={present.hasKey ? 'A key is stored' : 'No key is stored'}
          value={key}
          autoComplete="off"
          onChange={(event) => setKey(event.currentTarget.value)}
          data-testid="assistant-key"
        />
        <div data-testid="assistant-key-state">
          <StatusPill tone={present.hasKey || present.isLocal ? 'good' : 'caution'}>
            {present.hasKey
              ? 'A key is stored, encrypted'
              : present.isLocal
                ? 'No key; one in your own network may need none'
                : 'No key is stored: this address will want one'}
          </StatusPill>
        </div>
        <Group gap="xs">
          <Button type="submit" disabled={!isChanged} loading={set.isPending} data-testid="assistant-save">
            Save
          </Button>
          {present.hasKey && (
            <Button
              variant="default"
              onClick={() => set.mutate({ ...written, apiKey: null })}
              data-testid="assistant-forget"
            >
              Forget the key
            </Button>
          )}
        </Group>
      </form>
    </Panel>
  );
}
