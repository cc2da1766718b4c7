/** Shown in the place of every screen while the engine does not run: why, and each way on. */
import { Button } from '@mantine/core';
import type { EngineFailure } from '@shared/contract/desktop-bridge';
import { useState } from 'react';
import { Panel } from '../../components/panel';
import { ToneIcon } from '../../components/tone';
import { BackupList } from '../../features/settings/backup/backup-list';
import { RestoreDialog } from '../../features/settings/backup/restore-dialog';
import { useDesktopBackups } from '../../features/settings/backup/use-desktop-backups';
import { bridgeValue } from '../../lib/bridge-value';
import { desktop } from '../../lib/desktop-bridge';
import { formatBytes, localDay } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import classes from './engine-failure-screen.module.css';

const words = texts.engine.failure;

const TITLES: Partial<Record<EngineFailure['code'], string>> = {
  CRASHED: words.keepsStopping,
  DATA_DIR_LOCKED: words.openElsewhere,
  DATABASE_FAILED: words.databaseClosed,
};

export function EngineFailureScreen({ failure }: { failure: EngineFailure }) {
  const { code, message, nextStep, backupFile } = failure;
  const [chosen, setChosen] = useState<string | null>(null);
  const canHelp = code !== 'DATA_DIR_LOCKED';
  return (
    <main className={classes.page} data-testid="engine-failure" role="alert">
      <h1 className={classes.head}>
        <ToneIcon tone="act" size={22} />
        {TITLES[code] ?? words.notStarted}
      </h1>
      <Panel title={code === 'DATABASE_FAILED' ? words.damaged : words.why}>
        <p className={classes.text}>{message}</p>
        {nextStep && backupFile === null && <p className={classes.text}>{nextStep}</p>}
        {backupFile && <p className={classes.text}>{words.backupFound}</p>}
        <div className={classes.actions}>
          {backupFile && (
            <Button onClick={() => setChosen(backupFile)} data-testid="failure-restore">
              {words.restore}
            </Button>
          )}
          <Button
            variant={backupFile ? 'default' : 'filled'}
            onClick={() => desktop.retryEngine()}
            data-testid="failure-retry"
          >
            {texts.components.tryAgain}
          </Button>
          {code === 'CRASHED' && <BackUpButton />}
          <Button variant="default" onClick={() => void desktop.showLog().catch(notifyError)}>
            {words.showLog}
          </Button>
        </div>
      </Panel>
      {canHelp && <OtherBackups onChoose={setChosen} />}
      <RestoreDialog file={chosen} onClose={() => setChosen(null)} />
    </main>
  );
}

/** For an engine that dies at its work: the database may well open, so what is in it can be saved first. */
function BackUpButton() {
  const [isBusy, setBusy] = useState(false);
  const backUp = async () => {
    const name = `DOSO ${localDay(new Date())}.dosobackup`;
    const file = await desktop.chooseSavePath({ defaultName: name, extension: 'dosobackup' });
    if (file === null) return;
    const made = await bridgeValue(desktop.backUpWithoutEngine({ file }));
    notify({
      tone: 'good',
      title: words.backedUp,
      detail: words.backedUpFile(made.file, formatBytes(made.bytes)),
    });
  };
  return (
    <Button
      variant="default"
      loading={isBusy}
      onClick={() => {
        setBusy(true);
        void backUp()
          .catch(notifyError)
          .finally(() => setBusy(false));
      }}
    >
      {words.makeBackup}
    </Button>
  );
}

function OtherBackups({ onChoose }: { onChoose(file: string): void }) {
  const backups = useDesktopBackups();
  const chooseElsewhere = async () => {
    const file = await desktop.chooseBackup();
    if (file !== null) onChoose(file);
  };
  return (
    <Panel
      title={words.backups}
      isFlush
      actions={
        <Button variant="default" onClick={() => void chooseElsewhere().catch(notifyError)}>
          {words.chooseFile}
        </Button>
      }
    >
      <BackupList backups={backups.data ?? []} onRestore={onChoose} />
    </Panel>
  );
}
