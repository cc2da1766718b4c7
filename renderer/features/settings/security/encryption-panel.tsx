import { Switch } from '@mantine/core';
import type { SecurityState } from '@shared/contract/security';
import { Panel } from '../../../components/panel';
import { StatusPill } from '../../../components/status-pill';
import { engine } from '../../../lib/engine-client';
import { texts } from '../../../texts/texts';
import classes from './security.module.css';
import { useSecurityChange } from './use-security-change';

const words = texts.settings.security;

/** Says plainly what protects the data at rest here, and what does not. */
export function EncryptionPanel({ state }: { state: SecurityState }) {
  const change = useSecurityChange();
  const { title, text } = words.keepers[state.keptBy];
  const tone = state.keptBy === 'file' ? 'caution' : 'good';
  return (
    <Panel title={words.title}>
      <div className={classes.stack}>
        <p className={classes.text}>{words.about}</p>
        <div data-testid="key-keeper">
          <StatusPill tone={state.isKeyAvailable ? tone : 'act'}>
            {state.isKeyAvailable ? title : words.unreachable}
          </StatusPill>
        </div>
        <p className={classes.text}>{text}</p>
        {state.keptBy !== 'passphrase' && (
          <Switch
            size="sm"
            label={words.forCommands}
            description={words.forCommandsHint}
            checked={state.canCommandsRead}
            onChange={(event) => {
              const isAllowed = event.currentTarget.checked;
              change.mutate({
                change: () => engine.security.allowCommands({ isAllowed }),
                done: isAllowed ? words.onForCommands : words.offForCommands,
              });
            }}
          />
        )}
      </div>
    </Panel>
  );
}
