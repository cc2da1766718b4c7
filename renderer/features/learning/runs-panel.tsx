import type { LearningRun } from '@shared/contract/learning';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { formatDay } from '../../lib/format';
import classes from './learning-screen.module.css';
import { TARGET_WORDS } from './learning-words';

const COLUMNS: Column<LearningRun>[] = [
  { id: 'day', header: 'As of', render: ({ asOf }) => formatDay(asOf), sortBy: ({ asOf }) => asOf },
  { id: 'target', header: 'Learned for', render: ({ target }) => TARGET_WORDS[target] },
  {
    id: 'result',
    header: 'Result',
    render: ({ activated }) => (
      <StatusPill tone={activated ? 'good' : 'neutral'}>{activated ? 'New weights' : 'Kept'}</StatusPill>
    ),
  },
  { id: 'note', header: 'Why', render: ({ note }) => <span className={classes.why}>{note}</span> },
];

/** Every run of learning, whether or not it changed anything. */
export function RunsPanel({ runs }: { runs: LearningRun[] }) {
  return (
    <Panel title="Runs" isFlush>
      <DataTable
        caption="Runs of learning"
        columns={COLUMNS}
        rows={runs}
        rowKey={({ id }) => id}
        maxHeight={420}
        empty="No runs yet."
        testId="learning-runs"
      />
    </Panel>
  );
}
