/** Restoring in three steps that cannot be skipped: passphrase where there is one, preview, confirmation. */
import { Button, Checkbox, Loader, Modal, PasswordInput } from '@mantine/core';
import type { BackupFile } from '@shared/contract/backups';
import { useEffect, useState } from 'react';
import { bridgeValue } from '../../../lib/bridge-value';
import { describeError } from '../../../lib/describe-error';
import { desktop } from '../../../lib/desktop-bridge';
import { formatInstant } from '../../../lib/format';
import { notify, notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';
import classes from './backup.module.css';
import { BackupContentTable } from './backup-content-table';

const words = texts.settings.backup.restore;

type Props = { file: string | null; onClose(): void };

export function RestoreDialog({ file, onClose }: Props) {
  return (
    <Modal opened={file !== null} onClose={onClose} size={560} title={words.title}>
      {file !== null && <RestoreSteps key={file} file={file} onDone={onClose} />}
    </Modal>
  );
}

function RestoreSteps({ file, onDone }: { file: string; onDone(): void }) {
  const [passphrase, setPassphrase] = useState('');
  const [backup, setBackup] = useState<BackupFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLooking, setLooking] = useState(false);

  const request = { file, ...(passphrase === '' ? {} : { passphrase }) };
  const look = () => {
    setLooking(true);
    bridgeValue(desktop.previewBackup(request))
      .then(setBackup, (error: unknown) => setProblem(describeError(error).message))
      .finally(() => setLooking(false));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once by itself; later by the button
  useEffect(look, []);

  if (backup) return <Confirmation backup={backup} request={request} onDone={onDone} />;
  if (isLooking && problem === null) return <Loader size={18} aria-label={words.reading} />;
  return (
    <form
      className={classes.steps}
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <p className={classes.path}>{file}</p>
      <PasswordInput
        label={words.passphrase}
        description={words.passphraseHint}
        error={problem}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        data-testid="restore-passphrase"
        data-autofocus
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={isLooking} data-testid="restore-look">
          {words.look}
        </Button>
      </div>
    </form>
  );
}

type ConfirmationProps = {
  backup: BackupFile;
  request: { file: string; passphrase?: string };
  onDone(): void;
};

function Confirmation({ backup, request, onDone }: ConfirmationProps) {
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const made = formatInstant(backup.content.createdAt);
  const restore = () => {
    setBusy(true);
    bridgeValue(desktop.restoreBackup(request))
      .then(({ keptFolder }) => {
        const kept = keptFolder ? words.kept(keptFolder) : null;
        notify({ tone: 'good', title: words.done(made), detail: kept });
        onDone();
      }, notifyError)
      .finally(() => setBusy(false));
  };
  return (
    <div className={classes.steps} data-testid="restore-preview">
      <p className={classes.path}>{backup.file}</p>
      <BackupContentTable backup={backup} />
      <Checkbox
        label={words.confirm(made)}
        checked={isSure}
        disabled={isBusy}
        onChange={(event) => setSure(event.currentTarget.checked)}
        data-testid="restore-sure"
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone} disabled={isBusy}>
          {words.cancel}
        </Button>
        <Button onClick={restore} disabled={!isSure} loading={isBusy} data-testid="restore-confirm">
          {words.submit}
        </Button>
      </div>
    </div>
  );
}
