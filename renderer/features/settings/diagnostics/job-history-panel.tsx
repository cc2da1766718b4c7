import type { Job } from '@shared/contract/jobs';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { StatusPill } from '../../../components/status-pill';
import { orpc } from '../../../lib/engine-client';
import { formatDecimal, formatInstant } from '../../../lib/format';
import { texts } from '../../../texts/texts';

const words = texts.settings.diagnostics.jobs;

const JOBS_SHOWN = 100;
const TONES = { running: 'neutral', done: 'good', failed: 'act', cancelled: 'neutral' } as const;

export function JobHistoryPanel() {
  const jobs = useQuery(orpc.jobs.list.queryOptions({ input: { limit: JOBS_SHOWN }, staleTime: 0 }));
  return (
    <Panel title={words.title} note={words.note(JOBS_SHOWN)} isFlush>
      <DataTable
        caption={words.caption}
        rows={jobs.data ?? []}
        rowKey={({ id }) => id}
        testId="job-history"
        maxHeight={240}
        empty={words.none}
        columns={[
          { id: 'title', header: words.job, render: ({ title }) => title },
          {
            id: 'state',
            header: '',
            width: 100,
            render: ({ state, error }) => (
              <StatusPill tone={TONES[state]} {...(error ? { title: error.message } : {})}>
                {words.states[state]}
              </StatusPill>
            ),
          },
          {
            id: 'started',
            header: words.started,
            width: 170,
            render: ({ startedAt }) => formatInstant(startedAt),
          },
          { id: 'took', header: words.took, isNumber: true, width: 70, render: took },
        ]}
      />
    </Panel>
  );
}

function took({ startedAt, endedAt }: Job): string {
  // A clock that went back meanwhile says nothing about how long it took.
  const milliseconds = endedAt === null ? -1 : Date.parse(endedAt) - Date.parse(startedAt);
  return formatDecimal(milliseconds < 0 ? null : milliseconds / 1000);
}
