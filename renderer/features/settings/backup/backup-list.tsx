import { Button } from '@mantine/core';
import type { ListedBackup } from '@shared/contract/backups';
import { type Column, DataTable } from '../../../components/data-table';
import { formatBytes, formatCount, formatInstant } from '../../../lib/format';
import { REASON_WORDS, totalRows } from './backup-words';

type Props = { backups: readonly ListedBackup[]; onRestore(file: string): void };

/** Backups with what is in each; a row opens the preview that a restore begins with. */
export function BackupList({ backups, onRestore }: Props) {
  return (
    <DataTable
      caption="Automatic backups"
      columns={columns(onRestore)}
      rows={backups}
      rowKey={({ file }) => file}
      maxHeight={320}
      empty="No automatic backup yet. One is made on each day that DOSO is used."
      testId="backup-list"
    />
  );
}

function columns(onRestore: (file: string) => void): Column<ListedBackup>[] {
  return [
    { id: 'made', header: 'Made', width: 190, render: ({ createdAt }) => formatInstant(createdAt) },
    { id: 'reason', header: 'Why', render: ({ reason }) => REASON_WORDS[reason] },
    {
      id: 'stores',
      header: 'Stores',
      render: ({ content }) =>
        content ? content.stores.map(({ code }) => code).join(', ') || 'none' : 'encrypted',
    },
    {
      id: 'rows',
      header: 'Rows',
      isNumber: true,
      width: 90,
      render: ({ content }) => formatCount(content && totalRows(content)),
    },
    {
      id: 'newest',
      header: 'Newest import',
      width: 190,
      render: ({ content }) => formatInstant(content?.newestImportAt),
    },
    { id: 'size', header: 'Size', isNumber: true, width: 80, render: ({ bytes }) => formatBytes(bytes) },
    {
      id: 'actions',
      header: '',
      width: 100,
      render: ({ file }) => (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onRestore(file)}
          data-testid="backup-restore"
        >
          Restore…
        </Button>
      ),
    },
  ];
}
