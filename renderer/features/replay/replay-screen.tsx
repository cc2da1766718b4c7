import { Button, NumberInput, Select, Skeleton } from '@mantine/core';
import type { Replay } from '@shared/contract/replay';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state';
import { JobProgress } from '../../components/job-progress';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { engine, orpc } from '../../lib/engine-client';
import { formatDay, formatInstant, formatQuantity } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { useJob } from '../../lib/use-job';
import { texts } from '../../texts/texts';
import { NetGrossChart } from './net-gross-chart';
import { PolicyTable } from './policy-table';
import { RemoveReplay } from './remove-replay';
import classes from './replay-screen.module.css';

const words = texts.replay;

const route = getRouteApi('/replay');

/** Would DOSO have earned more? The store's last months lived through again under each ordering policy. */
export function ReplayScreen() {
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const scope = useScope();
  const saved = useQuery(orpc.replay.list.queryOptions({ input: scope }));
  const shown = useQuery(orpc.replay.getLatest.queryOptions({ input: scope, enabled: id === undefined }));
  const chosen = useQuery(
    orpc.replay.get.queryOptions({ input: { replayId: id ?? '' }, enabled: id !== undefined }),
  );
  const job = useJob('replay');
  const [months, setMonths] = useState(12);
  const [replays, setReplays] = useState(20);
  const start = () => {
    void navigate({ search: {} });
    void job.start(() => engine.replay.start({ ...scope, months, replays }));
  };
  const query = id === undefined ? shown : chosen;
  return (
    <Screen
      name="replay"
      title={words.title}
      lead={query.data && describeReplay(query.data)}
      actions={
        <>
          {(saved.data?.length ?? 0) > 1 && (
            <Select
              aria-label={words.saved}
              w={250}
              allowDeselect={false}
              data={(saved.data ?? []).map((one) => ({
                value: one.id,
                label: words.savedOne(formatInstant(one.createdAt), formatQuantity(one.replays, 'replay')),
              }))}
              value={query.data?.id ?? null}
              onChange={(value) => void navigate({ search: { id: value ?? undefined } })}
              data-testid="replay-saved"
            />
          )}
          <CountInput name="months" value={months} least={3} most={36} onChange={setMonths} />
          <CountInput name="replays" value={replays} least={2} most={200} onChange={setReplays} />
          <Button loading={job.isRunning} onClick={start} data-testid="replay-run">
            {words.run}
          </Button>
        </>
      }
    >
      {job.isRunning && (
        <Panel>
          <JobProgress job={job.job} onCancel={job.cancel} />
        </Panel>
      )}
      <QueryView query={query} loading={<Skeleton height={420} radius="lg" />}>
        {(replay) =>
          replay ? <ReplayView replay={replay} /> : <NoReplay isBusy={job.isRunning} onStart={start} />
        }
      </QueryView>
    </Screen>
  );
}

function ReplayView({ replay }: { replay: Replay }) {
  const navigate = route.useNavigate();
  return (
    <>
      <NetGrossChart policies={replay.policies} />
      <PolicyTable policies={replay.policies} />
      <Panel
        title={words.assumed}
        actions={<RemoveReplay replay={replay} onRemoved={() => void navigate({ search: {} })} />}
      >
        <ul className={classes.notes}>
          {replay.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function describeReplay({ from, to, cycles, replays, builds }: Replay): string {
  return words.lead(
    formatDay(from),
    formatDay(to),
    formatQuantity(cycles, 'order'),
    formatQuantity(replays, 'replay'),
    formatQuantity(builds, 'build'),
  );
}

type CountProps = {
  name: keyof typeof words.counts;
  value: number;
  least: number;
  most: number;
  onChange(value: number): void;
};

function CountInput({ name, value, least, most, onChange }: CountProps) {
  return (
    <NumberInput
      aria-label={words.counts[name].label}
      suffix={` ${words.counts[name].unit}`}
      w={120}
      min={least}
      max={most}
      allowDecimal={false}
      clampBehavior="strict"
      value={value}
      onChange={(next) => onChange(Math.min(most, Math.max(least, Math.round(Number(next) || least))))}
      data-testid={`replay-${name}`}
    />
  );
}

function NoReplay({ isBusy, onStart }: { isBusy: boolean; onStart(): void }) {
  return (
    <EmptyState
      title={words.none}
      testId="no-replay"
      actions={
        <Button loading={isBusy} onClick={onStart}>
          {words.runLastYear}
        </Button>
      }
    >
      {words.noneAbout}
    </EmptyState>
  );
}
