import { describe, expect, it } from 'vitest';
import { inKeptOrder } from './grid-columns';

const columns = (ids: string) => [...ids].map((colId) => ({ colId }));
const ordered = (standard: string, kept: string) =>
  inKeptOrder(columns(standard), columns(kept))
    .map(({ colId }) => colId)
    .join('');

describe('inKeptOrder', () => {
  it('keeps the order of the user', () => {
    expect(ordered('abcd', 'dbca')).toBe('dbca');
  });

  it('puts a column that is new behind the one it follows, or first', () => {
    // c follows b, which the user moved to the front; a follows nothing.
    expect(ordered('abcd', 'bd')).toBe('abcd');
    expect(ordered('abcd', 'bda')).toBe('bcda');
  });

  it('drops a column that is no longer there, and keeps what was chosen for the others', () => {
    const kept = [{ colId: 'x' }, { colId: 'b', width: 90 }, { colId: 'a' }];
    expect(inKeptOrder(columns('ab'), kept)).toEqual([{ colId: 'b', width: 90 }, { colId: 'a' }]);
  });
});
