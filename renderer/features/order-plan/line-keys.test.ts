import { describe, expect, it } from 'vitest';
import { lineActionOf } from './line-keys';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('keys in the plan', () => {
  it('decide in either case of the letter', () => {
    expect([lineActionOf({ ...plain, key: 'a' }), lineActionOf({ ...plain, key: 'A' })]).toEqual([
      'accept',
      'accept',
    ]);
    expect(lineActionOf({ ...plain, key: ' ' })).toBe('select');
  });

  it('leave copying and the rest to the window', () => {
    expect(lineActionOf({ ...plain, ctrlKey: true, key: 'c' })).toBeNull();
    expect(lineActionOf({ ...plain, key: 'x' })).toBeNull();
  });
});
