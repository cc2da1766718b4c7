import type { DiagnosticsSnapshot } from '@shared/contract/diagnostics';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { formatBytes, formatCount } from '../../../lib/format';

type Props = Pick<DiagnosticsSnapshot, 'database' | 'engine'>;

export function DatabasePanel({ database, engine }: Props) {
  return (
    <Panel
      title="Database"
      note={`${formatBytes(database.bytes)}; ${formatBytes(database.diskFreeBytes)} free on its disk; up ${formatCount(engine.upSeconds / 60)} minutes, ${formatCount(engine.cpuSeconds)} s of processor`}
      isFlush
    >
      <DataTable
        caption="Largest tables"
        rows={database.tables}
        rowKey={({ name }) => name}
        testId="database-tables"
        maxHeight={220}
        columns={[
          { id: 'name', header: 'Table', render: ({ name }) => name },
          {
            id: 'rows',
            header: 'Rows, about',
            isNumber: true,
            width: 110,
            render: ({ rows }) => formatCount(rows),
          },
          {
            id: 'bytes',
            header: 'With indexes',
            isNumber: true,
            width: 110,
            render: ({ bytes }) => formatBytes(bytes),
          },
        ]}
      />
    </Panel>
  );
}
