/** Every shortcut of the window, for the sheet that lists them and for the listeners that obey them. */
import { texts } from '../../texts/texts';
import { screens, shortcutDigit } from '../screens';

export type Shortcut = {
  group: keyof typeof texts.shell.shortcuts.groups;
  label: string;
  /** As Mantine's hotkeys write it, `mod` being Ctrl or Cmd; several do the same. */
  keys: readonly string[];
  /** The command it runs; none where the screen or the platform listens itself. */
  command?: string;
};

const words = texts.shell.shortcuts.items;
const keyNames = texts.shell.keys;

export const shortcuts: readonly Shortcut[] = [
  ...screens.flatMap((screen, index): Shortcut[] => {
    const digit = shortcutDigit(index);
    return digit === null
      ? []
      : [{ group: 'screens', label: screen.label, keys: [`mod+${digit}`], command: `go-${screen.id}` }];
  }),
  { group: 'window', label: words.palette, keys: ['mod+K'], command: 'command-palette' },
  { group: 'window', label: words.undo, keys: ['mod+Z'], command: 'undo' },
  { group: 'window', label: words.back, keys: ['alt+ArrowLeft', 'mod+['], command: 'back' },
  { group: 'window', label: words.forward, keys: ['alt+ArrowRight', 'mod+]'], command: 'forward' },
  { group: 'window', label: words.help, keys: ['F1'], command: 'help' },
  { group: 'window', label: words.sheet, keys: ['shift+?', '?'], command: 'shortcuts' },
  { group: 'window', label: words.importFiles, keys: ['mod+O'], command: 'open-files' },
  { group: 'window', label: words.saveReport, keys: ['mod+S'] },
  { group: 'window', label: words.theme, keys: ['mod+shift+L'] },
  { group: 'window', label: words.zoomIn, keys: ['mod+plus'] },
  { group: 'window', label: words.zoomOut, keys: ['mod+minus'] },
  { group: 'lists', label: words.move, keys: ['ArrowDown', 'ArrowUp'] },
  { group: 'lists', label: words.open, keys: ['Enter'] },
  { group: 'lists', label: words.select, keys: ['Space'] },
  { group: 'lists', label: words.accept, keys: ['A'] },
  { group: 'lists', label: words.change, keys: ['C'] },
  { group: 'lists', label: words.decline, keys: ['D'] },
  { group: 'lists', label: words.undecide, keys: ['U'] },
  { group: 'lists', label: words.why, keys: ['W'] },
];

/** `mod+shift+L` as a reader knows it: `Ctrl Shift L`, `⌘ ⇧ L`. */
export function writeKeys(keys: string, isMac: boolean): string {
  const names: Record<string, string> = {
    mod: isMac ? '⌘' : keyNames.ctrl,
    shift: isMac ? '⇧' : keyNames.shift,
    alt: isMac ? '⌥' : keyNames.alt,
    plus: '+',
    minus: '−',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
  };
  return keys
    .split('+')
    .map((key) => names[key] ?? key)
    .join(' ');
}
