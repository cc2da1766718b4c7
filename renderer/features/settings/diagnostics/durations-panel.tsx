import type { Durations } from '@shared/contract/diagnostics';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { formatCount, formatDecimal } from '../../../lib/format';
import { texts } from '../../../texts/texts';
import classes from './diagnostics.module.css';

const words = texts.settings.diagnostics.durations;

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
            header: words.what,
            render: ({ name }) => (
              <span className={classes.statement} title={name}>
                {name}
              </span>
            ),
          },
          {
            id: 'count',
            header: words.times,
            isNumber: true,
            width: 70,
            sortBy: ({ count }) => count,
            render: ({ count }) => formatCount(count),
          },
          {
            id: 'mean',
            header: words.mean,
            isNumber: true,
            width: 90,
            sortBy: ({ meanMs }) => meanMs,
            render: ({ meanMs }) => formatDecimal(meanMs),
          },
          {
            id: 'slowest',
            header: words.slowest,
            isNumber: true,
            width: 100,
            sortBy: ({ slowestMs }) => slowestMs,
            render: ({ slowestMs }) => formatDecimal(slowestMs),
          },
          {
            id: 'failures',
            header: words.failed,
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
