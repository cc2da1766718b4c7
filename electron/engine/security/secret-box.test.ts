import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEALED_PREFIX, SecretBox, UNREADABLE } from './secret-box';

const key = randomBytes(32);
const box = new SecretBox([key]);

describe('a sealed value', () => {
  it('opens to what it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(box.open(box.seal(text))).toBe(text);
      }),
    );
  });

  it('is equal for equal values and unlike for unlike ones, and shows neither', () => {
    expect(new SecretBox([key]).seal('48127')).toBe(box.seal('48127'));
    expect(box.seal('48127')).not.toBe(box.seal('48128'));
    expect(box.seal('48127')).not.toContain('48127');
    expect(box.seal('48127').startsWith(SEALED_PREFIX)).toBe(true);
  });

  it('cannot be read with another key, or without one', () => {
    const sealed = box.seal('48127');
    expect(new SecretBox([randomBytes(32)]).open(sealed)).toBe(UNREADABLE);
    expect(new SecretBox().open(sealed)).toBe(UNREADABLE);
    expect(new SecretBox([randomBytes(32), key]).open(sealed)).toBe('48127');
  });

  it('that was changed is not opened', () => {
    const sealed = box.seal('48127');
    const last = sealed.at(-2) === 'A' ? 'B' : 'A';
    expect(box.open(`${sealed.slice(0, -2)}${last}${sealed.slice(-1)}`)).toBe(UNREADABLE);
  });

  it('is opened wherever it stands in a document', () => {
    const text = JSON.stringify({ decision: { reason: box.seal('too dear'), quantity: 2 }, plain: 'yes' });
    expect(box.openJson(text)).toEqual({ decision: { reason: 'too dear', quantity: 2 }, plain: 'yes' });
  });

  it('is never stored readable for want of a key', () => {
    const locked = new SecretBox();
    expect(() => locked.seal('48127')).toThrow('the key is not here');
    locked.unlock([key]);
    expect(locked.open(locked.seal('48127'))).toBe('48127');
    locked.lock();
    expect(locked.isLocked).toBe(true);
  });
});
