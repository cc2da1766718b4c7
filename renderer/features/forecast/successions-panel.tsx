import { Button, Select } from '@mantine/core';
import type { TrimSuccession } from '@shared/contract/trim-succession';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { orpc } from '../../lib/engine-client';
import { spellDays } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import classes from './accuracy-view.module.css';

type TrimName = TrimSuccession['from'];

const STATES = { found: 'Found', confirmed: 'Set by hand', rejected: 'Rejected' } as const;

/** Which trims go on with the history of others; the next forecast goes by it. */
export function SuccessionsPanel() {
  const scope = useScope();
  const queryClient = useQueryClient();
  const successions = useQuery(orpc.forecast.listSuccessions.queryOptions({ input: scope }));
  const decide = useMutation(
    orpc.forecast.decideSuccession.mutationOptions({
      onSuccess: (all) => {
        queryClient.setQueryData(orpc.forecast.listSuccessions.queryKey({ input: scope }), all);
        notify({ tone: 'good', title: 'Kept', detail: 'The next forecast goes by it.' });
      },
      onError: notifyError,
    }),
  );
  const columns: Column<TrimSuccession>[] = [
    { id: 'from', header: 'Until then', render: ({ from }) => words(from) },
    { id: 'to', header: 'Goes on as', render: ({ to }) => words(to) },
    { id: 'state', header: 'How', render: ({ state }) => STATES[state] },
    { id: 'reason', header: 'Because', render: ({ reason }) => spellDays(reason) },
    {
      id: 'decide',
      header: '',
      render: ({ from, to, state }) => (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            decide.mutate({ ...scope, from, to, decision: state === 'found' ? 'rejected' : 'automatic' })
          }
        >
          {state === 'found' ? 'These are two trims' : 'Decide by itself'}
        </Button>
      ),
    },
  ];
  return (
    <Panel
      title="Successors"
      note="a trim that replaced another goes on with its history"
      isFlush
      testId="forecast-successions"
    >
      <DataTable
        caption="Trims that go on with the history of others"
        columns={columns}
        rows={successions.data ?? []}
        rowKey={({ from, to, state }) => `${words(from)} ${words(to)} ${state}`}
        empty="No trim was found to have replaced another."
      />
      <AddSuccession onAdd={(from, to) => decide.mutate({ ...scope, from, to, decision: 'confirmed' })} />
    </Panel>
  );
}

function AddSuccession({ onAdd }: { onAdd(from: TrimName, to: TrimName): void }) {
  const scope = useScope();
  const run = useQuery(orpc.forecast.getLatestRun.queryOptions({ input: { ...scope, grain: 'month' } }));
  const runId = run.data?.id ?? '';
  const trims = useQuery({
    ...orpc.forecast.listSeries.queryOptions({ input: { runId, level: 'trim' } }),
    enabled: runId !== '',
  });
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const names = new Map(
    (trims.data ?? []).map(({ id, make, modelName, trim }) => [
      id,
      { make: make ?? '', model: modelName ?? '', trim },
    ]),
  );
  const options = [...names].map(([value, name]) => ({ value, label: words(name) }));
  const chosen = { from: from ? names.get(from) : undefined, to: to ? names.get(to) : undefined };
  return (
    <div className={classes.form}>
      <Select label="The old trim" data={options} value={from} onChange={setFrom} searchable clearable />
      <Select label="goes on as" data={options} value={to} onChange={setTo} searchable clearable />
      <Button
        variant="default"
        disabled={!chosen.from || !chosen.to || from === to}
        onClick={() => {
          if (chosen.from && chosen.to) onAdd(chosen.from, chosen.to);
          setFrom(null);
          setTo(null);
        }}
      >
        Set
      </Button>
    </div>
  );
}

function words({ make, model, trim }: TrimName): string {
  return [make, model, trim].filter(Boolean).join(' ');
}
