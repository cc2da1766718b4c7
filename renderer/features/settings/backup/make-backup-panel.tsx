import { Button, PasswordInput } from '@mantine/core';
import type { BackupFile } from '@shared/contract/backups';
import type { Job } from '@shared/contract/jobs';
import { type FormEvent, useCallback, useState } from 'react';
import { JobProgress } from '../../../components/job-progress';
import { Panel } from '../../../components/panel';
import { desktop } from '../../../lib/desktop-bridge';
import { engine } from '../../../lib/engine-client';
import { formatBytes, localDay } from '../../../lib/format';
import { notify, notifyError } from '../../../lib/notices-store';
import { useJob } from '../../../lib/use-job';
import { texts } from '../../../texts/texts';
import classes from './backup.module.css';

const words = texts.settings.backup.make;

/** One backup to a place of choice; it is opened and compared before it counts as made. */
export function MakeBackupPanel({ onMade }: { onMade(): void }) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const onEnd = useCallback(
    (job: Job) => {
      const made = job.result?.backup as BackupFile | undefined;
      if (!made) return;
      onMade();
      setPassphrase('');
      setAgain('');
      notify({
        tone: 'good',
        title: words.done,
        detail: `${made.file} (${formatBytes(made.bytes)})`,
        action: { label: words.show, run: () => void desktop.showInFolder(made.file) },
      });
    },
    [onMade],
  );
  const { job, isRunning, start, cancel } = useJob('backup', { onEnd });
  const isDifferent = passphrase !== '' && again !== passphrase;

  const backUp = async () => {
    const name = words.fileName(localDay(new Date()));
    const path = await desktop.chooseSavePath({ defaultName: name, extension: 'dosobackup' });
    if (path === null) return;
    await start(() => engine.backups.start({ path, ...(passphrase === '' ? {} : { passphrase }) }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void backUp().catch(notifyError);
  };
  return (
    <Panel title={words.title}>
      <form className={classes.stack} onSubmit={submit}>
        <p className={classes.text}>{words.about}</p>
        <PasswordInput
          className={classes.field}
          label={words.passphrase}
          description={words.passphraseHint}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          data-testid="backup-passphrase"
        />
        {passphrase !== '' && (
          <PasswordInput
            className={classes.field}
            label={words.again}
            error={isDifferent && again !== '' ? words.notTheSame : null}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            data-testid="backup-passphrase-again"
          />
        )}
        {isRunning && job ? (
          <JobProgress job={job} onCancel={cancel} />
        ) : (
          <Button type="submit" disabled={isDifferent} data-testid="backup-start">
            {words.submit}
          </Button>
        )}
      </form>
    </Panel>
  );
}
