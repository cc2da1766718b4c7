import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { StatusPill } from '../../../components/status-pill';
import { orpc } from '../../../lib/engine-client';
import { notify, notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';
import classes from './backup.module.css';

const words = texts.settings.backup.passphrase;

const SHORTEST = 8;

/** Whether automatic backups can be read by whoever gets the file; stated once, never asked while one is made. */
export function AutomaticPassphrase({ isEncrypted }: { isEncrypted: boolean }) {
  const [isStating, setStating] = useState(false);
  const queryClient = useQueryClient();
  const set = useMutation(
    orpc.backups.setPassphrase.mutationOptions({
      onSuccess: (state) => {
        queryClient.setQueryData(orpc.backups.getState.queryKey({ input: {} }), state);
        setStating(false);
        notify({
          tone: 'good',
          title: state.isEncrypted ? words.set : words.removed,
          detail: words.changedAbout,
        });
      },
      onError: notifyError,
    }),
  );
  if (isStating) {
    return (
      <PassphraseForm
        isBusy={set.isPending}
        onState={(passphrase) => set.mutate({ passphrase })}
        onCancel={() => setStating(false)}
      />
    );
  }
  return (
    <>
      <div data-testid="automatic-encryption">
        <StatusPill tone={isEncrypted ? 'good' : 'neutral'}>
          {isEncrypted ? words.isEncrypted : words.isPlain}
        </StatusPill>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setStating(true)} data-testid="automatic-encrypt">
          {isEncrypted ? words.change : words.encrypt}
        </Button>
        {isEncrypted && (
          <Button
            variant="subtle"
            loading={set.isPending}
            onClick={() => set.mutate({ passphrase: null })}
            data-testid="automatic-plain"
          >
            {words.stop}
          </Button>
        )}
      </div>
    </>
  );
}

type FormProps = { isBusy: boolean; onState(passphrase: string): void; onCancel(): void };

function PassphraseForm({ isBusy, onState, onCancel }: FormProps) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const isDifferent = again !== passphrase;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onState(passphrase);
  };
  return (
    <form className={classes.stack} onSubmit={submit}>
      <PasswordInput
        autoFocus
        className={classes.field}
        label={words.label}
        description={words.hint(SHORTEST)}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        data-testid="automatic-passphrase"
      />
      <PasswordInput
        className={classes.field}
        label={words.again}
        error={isDifferent && again !== '' ? words.notTheSame : null}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        data-testid="automatic-passphrase-again"
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button
          type="submit"
          disabled={passphrase.length < SHORTEST || isDifferent}
          loading={isBusy}
          data-testid="automatic-passphrase-set"
        >
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
