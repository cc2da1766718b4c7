/** Backups made by hand and by themselves, restoring, and looking for damage. */
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../components/panel';
import { QueryView } from '../../../components/query-view';
import { desktop } from '../../../lib/desktop-bridge';
import { orpc } from '../../../lib/engine-client';
import { notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';
import { AutomaticPanel } from './automatic-panel';
import classes from './backup.module.css';
import { BackupList } from './backup-list';
import { MakeBackupPanel } from './make-backup-panel';
import { RestoreDialog } from './restore-dialog';
import { VerifyPanel } from './verify-panel';

const words = texts.settings.backup.list;

export function BackupPage() {
  const [chosen, setChosen] = useState<string | null>(null);
  const backups = useQuery(orpc.backups.list.queryOptions({ input: {}, staleTime: 0 }));
  const chooseElsewhere = async () => {
    const file = await desktop.chooseBackup();
    if (file !== null) setChosen(file);
  };
  return (
    <>
      <div className={classes.columns}>
        <MakeBackupPanel onMade={() => void backups.refetch()} />
        <AutomaticPanel />
      </div>
      <Panel
        title={words.title}
        note={words.note}
        isFlush
        actions={
          <Button
            variant="default"
            onClick={() => void chooseElsewhere().catch(notifyError)}
            data-testid="restore-file"
          >
            {words.restoreFile}
          </Button>
        }
      >
        <QueryView query={backups} loading={<Skeleton height={90} m="sm" />}>
          {(files) => <BackupList backups={files} onRestore={setChosen} />}
        </QueryView>
      </Panel>
      <VerifyPanel />
      <RestoreDialog file={chosen} onClose={() => setChosen(null)} />
    </>
  );
}
