import { beforeEach, describe, expect, it } from 'vitest';
import { dismissTopic, notify } from './notices-store';
import { offerUndo, undoLast, useUndoStore } from './undo-store';

describe('undo', () => {
  beforeEach(() => useUndoStore.setState({ entries: [] }));

  it('takes back the newest change first, each once', () => {
    const undone: string[] = [];
    for (const what of ['a', 'b']) offerUndo({ what, topic: null, undo: () => undone.push(what) });
    expect([undoLast(), undoLast(), undoLast()]).toEqual(['b', 'a', null]);
    expect(undone).toEqual(['b', 'a']);
  });

  it('knows what a notice offers to undo, until its topic ends', () => {
    let undone = 0;
    const offer = { tone: 'good', topic: 'plan', undo: () => undone++ } as const;
    notify({ ...offer, title: '1 line accepted' });
    expect(undoLast()).toBe('1 line accepted');
    notify({ ...offer, title: '2 lines accepted' });
    dismissTopic('plan');
    expect(undoLast()).toBeNull();
    expect(undone).toBe(1);
  });
});
