import type { ColumnMapping, ImportPreview } from '@shared/contract/imports';
import { type Column, DataTable } from '../../components/data-table';
import { formatPercent } from '../../lib/format';
import { columnExamples } from './column-examples';
import { ColumnTarget } from './column-target';

/** Which column was taken for what, how sure that is, and what stands in it. */
export function PreviewColumns({ preview }: { preview: ImportPreview }) {
  const table: Column<ColumnMapping>[] = [
    {
      id: 'source',
      header: 'Column of the file',
      render: ({ source }) => <strong>{source || '(no name)'}</strong>,
    },
    {
      id: 'target',
      header: 'Taken for',
      render: (column) => <ColumnTarget preview={preview} column={column} />,
    },
    {
      id: 'confidence',
      header: 'How sure',
      isNumber: true,
      render: ({ target, confidence }) => (target === null ? '' : formatPercent(confidence)),
    },
    {
      id: 'sample',
      header: 'In the first rows',
      render: ({ source, isPersonal }) => (isPersonal ? '' : columnExamples(preview, source)),
    },
  ];
  return (
    <DataTable
      caption={`Columns of ${preview.file}`}
      columns={table}
      rows={preview.columns}
      rowKey={(column) => `${preview.columns.indexOf(column)} ${column.source}`}
      maxHeight={300}
    />
  );
}
