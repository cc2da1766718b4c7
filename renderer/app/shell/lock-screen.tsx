import { Button, PasswordInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { describeError } from '../../lib/describe-error';
import { engine } from '../../lib/engine-client';
import { useEngineStatusStore } from '../../lib/engine-status-store';
import { useJobsStore } from '../../lib/jobs-store';
import { useLockStore } from '../../lib/lock-store';
import { texts } from '../../texts/texts';
import classes from './lock-screen.module.css';

const words = texts.engine.lock;

/** Stands in the place of the whole window until the passphrase is given. */
export function LockScreen() {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const queryClient = useQueryClient();
  const isReady = useEngineStatusStore(({ state }) => state === 'ready');

  const unlock = async () => {
    await engine.security.unlock({ passphrase });
    useJobsStore.getState().replaceAll(await engine.jobs.list({}));
    useLockStore.getState().tell(false);
    await queryClient.invalidateQueries();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    unlock()
      .catch((error: unknown) => setProblem(describeError(error).message))
      .finally(() => setBusy(false));
  };
  return (
    <main className={classes.page} data-testid="lock-screen">
      <form className={classes.card} onSubmit={submit}>
        <h1 className={classes.title}>
          <IconLock size={20} stroke={1.8} aria-hidden />
          {words.title}
        </h1>
        <p className={classes.text}>{words.about}</p>
        <PasswordInput
          label={words.passphrase}
          data-autofocus
          autoFocus
          value={passphrase}
          error={problem}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          data-testid="unlock-passphrase"
        />
        <Button type="submit" loading={isBusy} disabled={passphrase === '' || !isReady} data-testid="unlock">
          {isReady ? words.unlock : words.starting}
        </Button>
      </form>
    </main>
  );
}
