import { Switch } from '@mantine/core';
import type { SecurityState } from '@shared/contract/security';
import { Panel } from '../../../components/panel';
import { StatusPill } from '../../../components/status-pill';
import { engine } from '../../../lib/engine-client';
import classes from './security.module.css';
import { useSecurityChange } from './use-security-change';

const KEEPERS: Record<SecurityState['keptBy'], { tone: 'good' | 'caution'; title: string; text: string }> = {
  system: {
    tone: 'good',
    title: 'The key is in the keyring of the operating system',
    text: 'Only you, signed in on this computer, get at it.',
  },
  passphrase: {
    tone: 'good',
    title: 'The key is kept under the passphrase of the lock',
    text: 'Without the passphrase nobody gets at it; commands are given it in a file.',
  },
  file: {
    tone: 'caution',
    title: 'The key is in a file of the data folder that only you may read',
    text: 'This computer offers no keyring, or commands may use the key. Whoever can read your files can read the key; a lock with a passphrase protects it.',
  },
};

/** Says plainly what protects the data at rest here, and what does not. */
export function EncryptionPanel({ state }: { state: SecurityState }) {
  const change = useSecurityChange();
  const { tone, title, text } = KEEPERS[state.keptBy];
  return (
    <Panel title="Encrypted on the disk">
      <div className={classes.stack}>
        <p className={classes.text}>
          Customers’ ZIP codes, your notes and reasons, and keys and passwords are stored encrypted. Amounts,
          dates and vehicles are not, so that figures can be computed from them: encrypt the disk itself to
          protect those.
        </p>
        <div data-testid="key-keeper">
          <StatusPill tone={state.isKeyAvailable ? tone : 'act'}>
            {state.isKeyAvailable ? title : 'The key cannot be reached: encrypted values show as (encrypted)'}
          </StatusPill>
        </div>
        <p className={classes.text}>{text}</p>
        {state.keptBy !== 'passphrase' && (
          <Switch
            size="sm"
            label="Commands may use the key"
            description="For scheduled imports. The key then lies in a file that only you may read."
            checked={state.canCommandsRead}
            onChange={(event) => {
              const isAllowed = event.currentTarget.checked;
              change.mutate({
                change: () => engine.security.allowCommands({ isAllowed }),
                done: isAllowed
                  ? 'Commands may use the key'
                  : 'The keyring takes the key back at the next start',
              });
            }}
          />
        )}
      </div>
    </Panel>
  );
}
