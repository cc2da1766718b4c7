/** Which line the keys act on, and which lines are selected. Pure, so that every key is one function away. */
export type LineSelection = { cursor: number; selected: ReadonlySet<string> };

export const NO_SELECTION: LineSelection = { cursor: 0, selected: new Set() };

export function moveCursor(selection: LineSelection, step: number, length: number): LineSelection {
  return { ...selection, cursor: Math.min(Math.max(0, length - 1), Math.max(0, selection.cursor + step)) };
}

export function toggleLine(selection: LineSelection, lineId: string): LineSelection {
  const selected = new Set(selection.selected);
  if (!selected.delete(lineId)) selected.add(lineId);
  return { ...selection, selected };
}

/** Selects all the lines shown, or none when they all are selected already. */
export function toggleAll(selection: LineSelection, lineIds: readonly string[]): LineSelection {
  const isAll = lineIds.length > 0 && lineIds.every((id) => selection.selected.has(id));
  return { ...selection, selected: new Set(isAll ? [] : lineIds) };
}

/** The lines an action is for: those selected that are shown, else the one under the cursor. */
export function actedLines(selection: LineSelection, lineIds: readonly string[]): string[] {
  const chosen = lineIds.filter((id) => selection.selected.has(id));
  if (chosen.length > 0) return chosen;
  const current = lineIds[selection.cursor];
  return current === undefined ? [] : [current];
}
