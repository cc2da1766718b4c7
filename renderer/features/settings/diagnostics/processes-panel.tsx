import type { AppProcess } from '@shared/contract/desktop-bridge';
import type { ReactNode } from 'react';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { formatBytes, formatPercent } from '../../../lib/format';

type Props = { processes: readonly AppProcess[]; actions: ReactNode };

export function ProcessesPanel({ processes, actions }: Props) {
  const total = processes.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0);
  return (
    <Panel
      title="Processes"
      note={`${formatBytes(total)}, shared parts counted in each`}
      isFlush
      actions={actions}
    >
      <DataTable
        caption="Processes of DOSO"
        rows={processes}
        rowKey={({ processId }) => String(processId)}
        testId="processes"
        maxHeight={220}
        columns={[
          { id: 'name', header: 'Process', render: ({ name }) => name },
          {
            id: 'pid',
            header: 'Id',
            isNumber: true,
            width: 80,
            render: ({ processId }) => String(processId),
          },
          {
            id: 'memory',
            header: 'Memory',
            isNumber: true,
            width: 90,
            render: ({ memoryBytes }) => formatBytes(memoryBytes),
          },
          {
            id: 'processor',
            header: 'Processor',
            isNumber: true,
            width: 90,
            render: ({ processorShare }) => formatPercent(processorShare),
          },
        ]}
      />
    </Panel>
  );
}
