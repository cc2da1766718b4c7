import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeText } from './safe-text';

describe('safeText', () => {
  it('takes the force out of text that begins like a formula', () => {
    expect(safeText('=HYPERLINK("http://evil")')).toBe('\'=HYPERLINK("http://evil")');
    expect(safeText('+1')).toBe("'+1");
    expect(safeText('-1')).toBe("'-1");
    expect(safeText('@SUM(A1)')).toBe("'@SUM(A1)");
    expect(safeText('\t=1')).toBe("'\t=1");
  });

  it('leaves ordinary text alone, emoji and right-to-left included', () => {
    for (const text of ['F-150', 'Café 🚙', 'سيارة', 'a=b', '']) expect(safeText(text)).toBe(text);
  });

  it('never exceeds a cell, never splits a pair and never keeps a control character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 1, max: 400 }),
        (text, times) => {
          const safe = safeText(text.repeat(times));
          expect(safe.length).toBeLessThanOrEqual(32_767);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: the property is about them.
          expect(safe).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
          expect(() => encodeURIComponent(safe)).not.toThrow();
          expect(safe).not.toMatch(/^\s*[=+\-@]/);
        },
      ),
    );
  });
});
