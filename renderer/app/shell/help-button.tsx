import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { texts } from '../../texts/texts';
import { useSheetStore } from './sheet-store';

export function HelpButton() {
  const show = useSheetStore((state) => state.show);
  const label = texts.shell.help.button;
  return (
    <Tooltip label={texts.shell.withKeys(label, 'F1')}>
      <ActionIcon aria-label={label} onClick={() => show('help')} data-testid="help">
        <IconHelp size={17} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
