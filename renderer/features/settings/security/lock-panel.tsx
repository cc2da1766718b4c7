import { Button, NumberInput, PasswordInput } from '@mantine/core';
import type { SecurityState } from '@shared/contract/security';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../../components/panel';
import { StatusPill } from '../../../components/status-pill';
import { engine } from '../../../lib/engine-client';
import classes from './security.module.css';
import { useSecurityChange } from './use-security-change';

const SHORTEST = 8;

/** A passphrase in front of the window and of every call, for a desk that others pass. */
export function LockPanel({ state }: { state: SecurityState }) {
  const [present, setPresent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [idleMinutes, setIdleMinutes] = useState(state.idleMinutes ?? 15);
  const change = useSecurityChange();
  const isShort = passphrase.length < SHORTEST;
  const isDifferent = again !== passphrase;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({
      change: () =>
        engine.security.setLock({ passphrase, idleMinutes, ...(state.isLockEnabled && { present }) }),
      done: state.isLockEnabled ? 'The lock is changed' : 'The lock is set',
    });
  };
  return (
    <Panel
      title="Lock"
      actions={
        state.isLockEnabled && (
          <Button
            onClick={() => change.mutate({ change: () => engine.security.lock({}), done: 'Locked' })}
            data-testid="lock-now"
          >
            Lock now
          </Button>
        )
      }
    >
      <form className={classes.stack} onSubmit={submit}>
        <StatusPill tone={state.isLockEnabled ? 'good' : 'neutral'}>
          {state.isLockEnabled
            ? `Locks after ${state.idleMinutes} minutes without anybody`
            : 'There is no lock'}
        </StatusPill>
        <p className={classes.text}>
          A passphrase at each start, after some time without anybody, and when the computer sleeps or its
          screen is locked. While it is locked nothing is shown or answered. There is no way in without it:
          keep it where you keep other keys.
        </p>
        <div className={classes.fields}>
          {state.isLockEnabled && (
            <PasswordInput
              label="Present passphrase"
              description="To change or remove the lock"
              value={present}
              onChange={(event) => setPresent(event.currentTarget.value)}
              data-testid="lock-present"
            />
          )}
          <PasswordInput
            label={state.isLockEnabled ? 'New passphrase' : 'Passphrase'}
            description={`At least ${SHORTEST} characters`}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            data-testid="lock-passphrase"
          />
          <PasswordInput
            label="The same again"
            description="So that no slip locks you out"
            error={isDifferent && again !== '' ? 'This is not the same' : null}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            data-testid="lock-passphrase-again"
          />
          <NumberInput
            label="Lock after"
            description="Minutes without anybody"
            min={1}
            max={480}
            value={idleMinutes}
            onChange={(value) => setIdleMinutes(Number(value) || 15)}
            data-testid="lock-idle"
          />
        </div>
        <div className={classes.buttons}>
          <Button
            type="submit"
            disabled={isShort || isDifferent || (state.isLockEnabled && present === '')}
            loading={change.isPending}
            data-testid="lock-set"
          >
            {state.isLockEnabled ? 'Change' : 'Set the lock'}
          </Button>
          {state.isLockEnabled && (
            <Button
              variant="default"
              disabled={present === ''}
              onClick={() =>
                change.mutate({
                  change: () => engine.security.removeLock({ passphrase: present }),
                  done: 'There is no lock any more',
                })
              }
              data-testid="lock-remove"
            >
              Remove the lock
            </Button>
          )}
        </div>
      </form>
    </Panel>
  );
}
