import { describe, expect, it } from 'vitest';
import { describeChanges, describeRows } from './import-words';

describe('an import in words', () => {
  it('leaves out what did not happen', () => {
    expect(describeChanges({ added: 3, changed: 0, closed: 1, reversed: 0 })).toBe('3 added, 1 closed');
    expect(describeChanges({ added: 0, changed: 0, closed: 0, reversed: 0 })).toBe('nothing changed');
  });

  it('always says what was read and accepted', () => {
    const rows = { read: 1, accepted: 0, repaired: 0, rejected: 1, unchanged: 0, ignored: 0 };
    expect(describeRows(rows)).toBe('1 row read, 0 accepted, 1 rejected');
  });
});
