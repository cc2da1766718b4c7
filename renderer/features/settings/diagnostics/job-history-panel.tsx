import type { Job } from '@shared/contract/jobs';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { StatusPill } from '../../../components/status-pill';
import { orpc } from '../../../lib/engine-client';
import { capitalize, formatDecimal, formatInstant } from '../../../lib/format';

const JOBS_SHOWN = 100;
const TONES = { running: 'neutral', done: 'good', failed: 'act', cancelled: 'neutral' } as const;

export function JobHistoryPanel() {
  const jobs = useQuery(orpc.jobs.list.queryOptions({ input: { limit: JOBS_SHOWN }, staleTime: 0 }));
  return (
    <Panel title="Jobs" note={`the last ${JOBS_SHOWN}`} isFlush>
      <DataTable
        caption="Job history"
        rows={jobs.data ?? []}
        rowKey={({ id }) => id}
        testId="job-history"
        maxHeight={240}
        empty="No job yet."
        columns={[
          { id: 'title', header: 'Job', render: ({ title }) => title },
          {
            id: 'state',
            header: '',
            width: 100,
            render: ({ state, error }) => (
              <StatusPill tone={TONES[state]} {...(error ? { title: error.message } : {})}>
                {capitalize(state)}
              </StatusPill>
            ),
          },
          {
            id: 'started',
            header: 'Started',
            width: 170,
            render: ({ startedAt }) => formatInstant(startedAt),
          },
          { id: 'took', header: 'Took, s', isNumber: true, width: 70, render: took },
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
