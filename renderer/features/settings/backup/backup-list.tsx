import { Button } from '@mantine/core';
import type { ListedBackup } from '@shared/contract/backups';
import { type Column, DataTable } from '../../../components/data-table';
import { formatBytes, formatCount, formatInstant } from '../../../lib/format';
import { texts } from '../../../texts/texts';
import { totalRows } from './backup-words';

const words = texts.settings.backup.list;

type Props = { backups: readonly ListedBackup[]; onRestore(file: string): void };

/** Backups with what is in each; a row opens the preview that a restore begins with. */
export function BackupList({ backups, onRestore }: Props) {
  return (
    <DataTable
      caption={words.caption}
      columns={columns(onRestore)}
      rows={backups}
      rowKey={({ file }) => file}
      maxHeight={320}
      empty={words.none}
      testId="backup-list"
    />
  );
}

function columns(onRestore: (file: string) => void): Column<ListedBackup>[] {
  return [
    { id: 'made', header: words.made, width: 190, render: ({ createdAt }) => formatInstant(createdAt) },
    { id: 'reason', header: words.why, render: ({ reason }) => texts.settings.backup.reasons[reason] },
    {
      id: 'stores',
      header: words.stores,
      render: ({ content }) =>
        content ? content.stores.map(({ code }) => code).join(', ') || words.noStores : words.encrypted,
    },
    {
      id: 'rows',
      header: words.rows,
      isNumber: true,
      width: 90,
      render: ({ content }) => formatCount(content && totalRows(content)),
    },
    {
      id: 'newest',
      header: words.newestImport,
      width: 190,
      render: ({ content }) => formatInstant(content?.newestImportAt),
    },
    { id: 'size', header: words.size, isNumber: true, width: 80, render: ({ bytes }) => formatBytes(bytes) },
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
          {words.restore}
        </Button>
      ),
    },
  ];
}
