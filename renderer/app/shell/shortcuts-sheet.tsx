import { Kbd, Modal } from '@mantine/core';
import { texts } from '../../texts/texts';
import { useSheetStore } from './sheet-store';
import { type Shortcut, shortcuts, writeKeys } from './shortcuts';
import classes from './shortcuts-sheet.module.css';

const words = texts.shell.shortcuts;
const GROUPS = Object.keys(words.groups) as Shortcut['group'][];
const IS_MAC = navigator.platform.startsWith('Mac');

/** Every key that does something, by where it does it. */
export function ShortcutsSheet() {
  const { sheet, close } = useSheetStore();
  return (
    <Modal opened={sheet === 'shortcuts'} onClose={close} title={words.title} size={760}>
      <div className={classes.groups} data-testid="shortcuts-sheet">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className={classes.group}>{words.groups[group]}</h3>
            <dl className={classes.list}>
              {shortcuts
                .filter((shortcut) => shortcut.group === group)
                .map((shortcut) => (
                  <div key={shortcut.label} className={classes.row}>
                    <dt>{shortcut.label}</dt>
                    <dd>
                      <Kbd size="xs">{writeKeys(shortcut.keys[0] ?? '', IS_MAC)}</Kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
