import type { AppProcess } from '@shared/contract/desktop-bridge';
import type { ReactNode } from 'react';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { formatBytes, formatPercent } from '../../../lib/format';
import { texts } from '../../../texts/texts';

const words = texts.settings.diagnostics.processes;

type Props = { processes: readonly AppProcess[]; actions: ReactNode };

export function ProcessesPanel({ processes, actions }: Props) {
  const total = processes.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0);
  return (
    <Panel title={words.title} note={words.note(formatBytes(total))} isFlush actions={actions}>
      <DataTable
        caption={words.caption}
        rows={processes}
        rowKey={({ processId }) => String(processId)}
        testId="processes"
        maxHeight={220}
        columns={[
          { id: 'name', header: words.process, render: ({ name }) => name },
          {
            id: 'pid',
            header: words.id,
            isNumber: true,
            width: 80,
            render: ({ processId }) => String(processId),
          },
          {
            id: 'memory',
            header: words.memory,
            isNumber: true,
            width: 90,
            render: ({ memoryBytes }) => formatBytes(memoryBytes),
          },
          {
            id: 'processor',
            header: words.processor,
            isNumber: true,
            width: 90,
            render: ({ processorShare }) => formatPercent(processorShare),
          },
        ]}
      />
    </Panel>
  );
}
