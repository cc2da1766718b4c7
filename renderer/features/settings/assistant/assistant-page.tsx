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
import { texts } from '../../../texts/texts';
import classes from '../security/security.module.css';

const words = texts.settings.assistant;

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
        notify({ tone: 'good', title: words.saved, topic: 'assistant' });
      },
      onError: notifyError,
    }),
  );
  const written = { isOn: present.isOn, address: address.trim(), model: model.trim() };
  const isChanged = written.address !== present.address || written.model !== present.model || key !== '';
  return (
    <Panel title={words.title} note={words.note}>
      <form
        className={classes.stack}
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ ...written, ...(key !== '' && { apiKey: key }) });
        }}
      >
        <p className={classes.text}>{words.about}</p>
        <Switch
          size="sm"
          label={words.allow}
          checked={present.isOn}
          onChange={(event) =>
            set.mutate({ address: present.address, model: present.model, isOn: event.currentTarget.checked })
          }
          data-testid="assistant-on"
        />
        <TextInput
          label={words.address}
          description={words.addressHint}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          data-testid="assistant-address"
        />
        <TextInput
          label={words.model}
          value={model}
          onChange={(event) => setModel(event.currentTarget.value)}
          data-testid="assistant-model"
        />
        <PasswordInput
          label={words.key}
          description={words.keyHint}
          placeholder={present.hasKey ? words.keyStored : words.noKey}
          value={key}
          autoComplete="off"
          onChange={(event) => setKey(event.currentTarget.value)}
          data-testid="assistant-key"
        />
        <div data-testid="assistant-key-state">
          <StatusPill tone={present.hasKey || present.isLocal ? 'good' : 'caution'}>
            {present.hasKey
              ? words.keyState.stored
              : present.isLocal
                ? words.keyState.localNone
                : words.keyState.none}
          </StatusPill>
        </div>
        <Group gap="xs">
          <Button type="submit" disabled={!isChanged} loading={set.isPending} data-testid="assistant-save">
            {words.save}
          </Button>
          {present.hasKey && (
            <Button
              variant="default"
              onClick={() => set.mutate({ ...written, apiKey: null })}
              data-testid="assistant-forget"
            >
              {words.forget}
            </Button>
          )}
        </Group>
      </form>
    </Panel>
  );
}
