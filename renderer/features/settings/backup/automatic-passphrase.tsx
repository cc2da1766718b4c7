import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { StatusPill } from '../../../components/status-pill';
import { orpc } from '../../../lib/engine-client';
import { notify, notifyError } from '../../../lib/notices-store';
import classes from './backup.module.css';

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
          title: state.isEncrypted
            ? 'Automatic backups are encrypted from now on'
            : 'Automatic backups are not encrypted from now on',
          detail: 'Those that are there already stay as they were made.',
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
          {isEncrypted ? 'Encrypted: a passphrase opens them' : 'Not encrypted'}
        </StatusPill>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setStating(true)} data-testid="automatic-encrypt">
          {isEncrypted ? 'Change the passphrase…' : 'Encrypt them…'}
        </Button>
        {isEncrypted && (
          <Button
            variant="subtle"
            loading={set.isPending}
            onClick={() => set.mutate({ passphrase: null })}
            data-testid="automatic-plain"
          >
            Stop encrypting
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
        label="Passphrase of automatic backups"
        description={`At least ${SHORTEST} characters. It is not kept: without it nobody can open them, not even we.`}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        data-testid="automatic-passphrase"
      />
      <PasswordInput
        className={classes.field}
        label="The same again"
        error={isDifferent && again !== '' ? 'This is not the same' : null}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        data-testid="automatic-passphrase-again"
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          type="submit"
          disabled={passphrase.length < SHORTEST || isDifferent}
          loading={isBusy}
          data-testid="automatic-passphrase-set"
        >
          Encrypt them
        </Button>
      </div>
    </form>
  );
}
