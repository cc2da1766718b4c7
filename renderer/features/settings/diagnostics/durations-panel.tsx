import type { Durations } from '@shared/contract/diagnostics';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { formatCount, formatDecimal } from '../../../lib/format';
import classes from './diagnostics.module.css';

type Props = { title: string; note: string; durations: readonly Durations[]; testId: string };

export function DurationsPanel({ title, note, durations, testId }: Props) {
  return (
    <Panel title={title} note={note} isFlush>
      <DataTable
        caption={title}
        rows={durations}
        rowKey={({ name }) => name}
        testId={testId}
        maxHeight={240}
        columns={[
          {
            id: 'name',
            header: 'What',
            render: ({ name }) => (
              <span className={classes.statement} title={name}>
                {name}
              </span>
            ),
          },
          {
            id: 'count',
            header: 'Times',
            isNumber: true,
            width: 70,
            sortBy: ({ count }) => count,
            render: ({ count }) => formatCount(count),
          },
          {
            id: 'mean',
            header: 'Mean, ms',
            isNumber: true,
            width: 90,
            sortBy: ({ meanMs }) => meanMs,
            render: ({ meanMs }) => formatDecimal(meanMs),
          },
          {
            id: 'slowest',
            header: 'Slowest, ms',
            isNumber: true,
            width: 100,
            sortBy: ({ slowestMs }) => slowestMs,
            render: ({ slowestMs }) => formatDecimal(slowestMs),
          },
          {
            id: 'failures',
            header: 'Failed',
            isNumber: true,
            width: 70,
            sortBy: ({ failures }) => failures,
            render: ({ failures }) => formatCount(failures),
          },
        ]}
      />
    </Panel>
  );
}
