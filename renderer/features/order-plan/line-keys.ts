/** What a key means in the table of plan lines. */
export type LineAction =
  | 'down'
  | 'up'
  | 'first'
  | 'last'
  | 'select'
  | 'why'
  | 'accept'
  | 'change'
  | 'decline'
  | 'undo';

const ACTIONS = new Map<string, LineAction>([
  ['ArrowDown', 'down'],
  ['ArrowUp', 'up'],
  ['Home', 'first'],
  ['End', 'last'],
  [' ', 'select'],
  ['Enter', 'why'],
  ['a', 'accept'],
  ['c', 'change'],
  ['d', 'decline'],
  ['u', 'undo'],
]);

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** Null for keys that are not ours; with Ctrl, Alt or Command a key belongs to the window. */
export function lineActionOf({ key, ctrlKey, metaKey, altKey }: Key): LineAction | null {
  if (ctrlKey || metaKey || altKey) return null;
  return ACTIONS.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}
