import { describe, expect, it } from 'vitest';
import { actedLines, moveCursor, NO_SELECTION, toggleAll, toggleLine } from './line-selection';

const lines = ['a', 'b', 'c'];

describe('the selection of plan lines', () => {
  it('stops at the first and the last line', () => {
    expect(moveCursor(NO_SELECTION, -1, 3).cursor).toBe(0);
    expect(moveCursor(NO_SELECTION, 9, 3).cursor).toBe(2);
    expect(moveCursor(NO_SELECTION, 1, 0).cursor).toBe(0);
  });

  it('acts on the line under the cursor until some are selected', () => {
    expect(actedLines({ cursor: 1, selected: new Set() }, lines)).toEqual(['b']);
    expect(actedLines({ cursor: 1, selected: new Set(['c', 'a']) }, lines)).toEqual(['a', 'c']);
  });

  it('never acts on a selected line that is filtered away', () => {
    expect(actedLines({ cursor: 0, selected: new Set(['gone']) }, lines)).toEqual(['a']);
    expect(actedLines(NO_SELECTION, [])).toEqual([]);
  });

  it('toggles one and all without changing what it was given', () => {
    const one = toggleLine(NO_SELECTION, 'a');
    expect([...one.selected, NO_SELECTION.selected.size]).toEqual(['a', 0]);
    const all = toggleAll(one, lines);
    expect(all.selected.size).toBe(3);
    expect(toggleAll(all, lines).selected.size).toBe(0);
  });
});
