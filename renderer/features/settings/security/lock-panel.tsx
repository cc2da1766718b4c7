import { Button, NumberInput, PasswordInput } from '@mantine/core';
import type { SecurityState } from '@shared/contract/security';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../../components/panel';
import { StatusPill } from '../../../components/status-pill';
import { engine } from '../../../lib/engine-client';
import { texts } from '../../../texts/texts';
import classes from './security.module.css';
import { useSecurityChange } from './use-security-change';

const words = texts.settings.security.lock;

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
      done: state.isLockEnabled ? words.changed : words.set,
    });
  };
  return (
    <Panel
      title={words.title}
      actions={
        state.isLockEnabled && (
          <Button
            onClick={() => change.mutate({ change: () => engine.security.lock({}), done: words.locked })}
            data-testid="lock-now"
          >
            {words.now}
          </Button>
        )
      }
    >
      <form className={classes.stack} onSubmit={submit}>
        <StatusPill tone={state.isLockEnabled ? 'good' : 'neutral'}>
          {state.isLockEnabled ? words.after(state.idleMinutes ?? 0) : words.none}
        </StatusPill>
        <p className={classes.text}>{words.about}</p>
        <div className={classes.fields}>
          {state.isLockEnabled && (
            <PasswordInput
              label={words.present}
              description={words.presentHint}
              value={present}
              onChange={(event) => setPresent(event.currentTarget.value)}
              data-testid="lock-present"
            />
          )}
          <PasswordInput
            label={state.isLockEnabled ? words.newPassphrase : words.passphrase}
            description={words.hint(SHORTEST)}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            data-testid="lock-passphrase"
          />
          <PasswordInput
            label={words.again}
            description={words.againHint}
            error={isDifferent && again !== '' ? words.notTheSame : null}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            data-testid="lock-passphrase-again"
          />
          <NumberInput
            label={words.lockAfter}
            description={words.lockAfterUnit}
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
            {state.isLockEnabled ? words.change : words.submit}
          </Button>
          {state.isLockEnabled && (
            <Button
              variant="default"
              disabled={present === ''}
              onClick={() =>
                change.mutate({
                  change: () => engine.security.removeLock({ passphrase: present }),
                  done: words.removed,
                })
              }
              data-testid="lock-remove"
            >
              {words.remove}
            </Button>
          )}
        </div>
      </form>
    </Panel>
  );
}
