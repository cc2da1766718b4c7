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
import { texts } from '../../texts/texts';
import classes from './accuracy-view.module.css';

const words = texts.forecast.accuracy.successions;

type TrimName = TrimSuccession['from'];

const STATES = words.states;

/** Which trims go on with the history of others; the next forecast goes by it. */
export function SuccessionsPanel() {
  const scope = useScope();
  const queryClient = useQueryClient();
  const successions = useQuery(orpc.forecast.listSuccessions.queryOptions({ input: scope }));
  const decide = useMutation(
    orpc.forecast.decideSuccession.mutationOptions({
      onSuccess: (all) => {
        queryClient.setQueryData(orpc.forecast.listSuccessions.queryKey({ input: scope }), all);
        notify({ tone: 'good', title: words.kept, detail: words.keptAbout });
      },
      onError: notifyError,
    }),
  );
  const columns: Column<TrimSuccession>[] = [
    { id: 'from', header: words.from, render: ({ from }) => nameOf(from) },
    { id: 'to', header: words.to, render: ({ to }) => nameOf(to) },
    { id: 'state', header: words.how, render: ({ state }) => STATES[state] },
    { id: 'reason', header: words.because, render: ({ reason }) => spellDays(reason) },
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
          {state === 'found' ? words.apart : words.decideItself}
        </Button>
      ),
    },
  ];
  return (
    <Panel title={words.title} note={words.note} isFlush testId="forecast-successions">
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={successions.data ?? []}
        rowKey={({ from, to, state }) => `${nameOf(from)} ${nameOf(to)} ${state}`}
        empty={words.none}
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
  const options = [...names].map(([value, name]) => ({ value, label: nameOf(name) }));
  const chosen = { from: from ? names.get(from) : undefined, to: to ? names.get(to) : undefined };
  return (
    <div className={classes.form}>
      <Select label={words.oldTrim} data={options} value={from} onChange={setFrom} searchable clearable />
      <Select label={words.goesOnAs} data={options} value={to} onChange={setTo} searchable clearable />
      <Button
        variant="default"
        disabled={!chosen.from || !chosen.to || from === to}
        onClick={() => {
          if (chosen.from && chosen.to) onAdd(chosen.from, chosen.to);
          setFrom(null);
          setTo(null);
        }}
      >
        {words.set}
      </Button>
    </div>
  );
}

function nameOf({ make, model, trim }: TrimName): string {
  return [make, model, trim].filter(Boolean).join(' ');
}
