import type { ColumnMapping, ImportPreview } from '@shared/contract/imports';
import { type Column, DataTable } from '../../components/data-table';
import { formatPercent } from '../../lib/format';
import { texts } from '../../texts/texts';
import { columnExamples } from './column-examples';
import { ColumnTarget } from './column-target';

const words = texts.imports.preview.columns;

/** Which column was taken for what, how sure that is, and what stands in it. */
export function PreviewColumns({ preview }: { preview: ImportPreview }) {
  const table: Column<ColumnMapping>[] = [
    {
      id: 'source',
      header: words.column,
      render: ({ source }) => <strong>{source || words.noName}</strong>,
    },
    {
      id: 'target',
      header: words.takenFor,
      render: (column) => <ColumnTarget preview={preview} column={column} />,
    },
    {
      id: 'confidence',
      header: words.sure,
      isNumber: true,
      render: ({ target, confidence }) => (target === null ? '' : formatPercent(confidence)),
    },
    {
      id: 'sample',
      header: words.firstRows,
      render: ({ source, isPersonal }) => (isPersonal ? '' : columnExamples(preview, source)),
    },
  ];
  return (
    <DataTable
      caption={words.caption(preview.file)}
      columns={table}
      rows={preview.columns}
      rowKey={(column) => `${preview.columns.indexOf(column)} ${column.source}`}
      maxHeight={300}
    />
  );
}
