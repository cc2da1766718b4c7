import type { LearningRun } from '@shared/contract/learning';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { formatDay } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './learning-screen.module.css';
import { TARGET_WORDS } from './learning-words';

const words = texts.learning.runs;

const COLUMNS: Column<LearningRun>[] = [
  { id: 'day', header: words.day, render: ({ asOf }) => formatDay(asOf), sortBy: ({ asOf }) => asOf },
  { id: 'target', header: words.target, render: ({ target }) => TARGET_WORDS[target] },
  {
    id: 'result',
    header: words.result,
    render: ({ activated }) => (
      <StatusPill tone={activated ? 'good' : 'neutral'}>
        {activated ? words.newWeights : words.kept}
      </StatusPill>
    ),
  },
  { id: 'note', header: words.why, render: ({ note }) => <span className={classes.why}>{note}</span> },
];

/** Every run of learning, whether or not it changed anything. */
export function RunsPanel({ runs }: { runs: LearningRun[] }) {
  return (
    <Panel title={words.title} isFlush>
      <DataTable
        caption={words.caption}
        columns={COLUMNS}
        rows={runs}
        rowKey={({ id }) => id}
        maxHeight={420}
        empty={words.empty}
        testId="learning-runs"
      />
    </Panel>
  );
}
