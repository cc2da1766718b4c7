import type { DiagnosticsSnapshot } from '@shared/contract/diagnostics';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { formatBytes, formatCount, formatQuantity } from '../../../lib/format';
import { texts } from '../../../texts/texts';

const words = texts.settings.diagnostics.database;

type Props = Pick<DiagnosticsSnapshot, 'database' | 'engine'>;

export function DatabasePanel({ database, engine }: Props) {
  return (
    <Panel
      title={words.title}
      note={words.note(
        formatBytes(database.bytes),
        formatBytes(database.diskFreeBytes),
        formatQuantity(Math.floor(engine.upSeconds / 60), 'minute'),
        formatCount(engine.cpuSeconds),
      )}
      isFlush
    >
      <DataTable
        caption={words.caption}
        rows={database.tables}
        rowKey={({ name }) => name}
        testId="database-tables"
        maxHeight={220}
        columns={[
          { id: 'name', header: words.table, render: ({ name }) => name },
          {
            id: 'rows',
            header: words.rows,
            isNumber: true,
            width: 110,
            render: ({ rows }) => formatCount(rows),
          },
          {
            id: 'bytes',
            header: words.withIndexes,
            isNumber: true,
            width: 110,
            render: ({ bytes }) => formatBytes(bytes),
          },
        ]}
      />
    </Panel>
  );
}
