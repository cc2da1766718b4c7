/** What can be taken back, the newest last. Each entry is used once; a topic that ended takes its entries along. */
import { create } from 'zustand';

export type Undoable = { what: string; topic: string | null; undo(): void };

type UndoState = { entries: readonly Undoable[] };

const KEPT = 20;

export const useUndoStore = create<UndoState>(() => ({ entries: [] }));

export function offerUndo(entry: Undoable): void {
  useUndoStore.setState(({ entries }) => ({ entries: [...entries, entry].slice(-KEPT) }));
}

export function forgetUndo(topic: string): void {
  useUndoStore.setState(({ entries }) => ({ entries: entries.filter((entry) => entry.topic !== topic) }));
}

/** Takes the newest change back; what it was, or null when there is none. */
export function undoLast(): string | null {
  const { entries } = useUndoStore.getState();
  const last = entries.at(-1);
  if (!last) return null;
  useUndoStore.setState({ entries: entries.slice(0, -1) });
  last.undo();
  return last.what;
}
