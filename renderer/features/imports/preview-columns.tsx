import type { ColumnMapping, ImportPreview } from '@shared/contract/imports';
import { type Column, DataTable } from '../../components/data-table';
import { formatPercent } from '../../lib/format';
import { ColumnTarget } from './column-target';
import classes from './preview-columns.module.css';

/** Which column was taken for what, how sure that is, and what stands in it. */
export function PreviewColumns({ preview }: { preview: ImportPreview }) {
  const { columns, sample } = preview;
  const examples = (source: string) =>
    [...new Set(sample.map((row) => row[source]).filter(Boolean))].slice(0, 3).join('  ·  ');
  const table: Column<ColumnMapping>[] = [
    {
      id: 'source',
      header: 'Column of the file',
      render: ({ source }) => <strong className={classes.source}>{source}</strong>,
    },
    {
      id: 'target',
      header: 'Taken for',
      render: (column) => <ColumnTarget column={column} kind={preview.kind} />,
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
      render: ({ source, isPersonal }) => (isPersonal ? '' : examples(source)),
    },
  ];
  return (
    <div className={classes.table}>
      <DataTable
        caption={`Columns of ${preview.file}`}
        columns={table}
        rows={columns}
        rowKey={({ source }) => source}
        maxHeight={300}
      />
    </div>
  );
}
