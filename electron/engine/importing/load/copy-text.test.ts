import { describe, expect, it } from 'vitest';
import { copyLine } from './copy-text';

describe('copyLine', () => {
  it('escapes what COPY would read as structure', () => {
    expect(copyLine(['a\tb\\c\nd\re', null, 5, true, ''])).toBe('a\\tb\\\\c\\nd\\re\t\\N\t5\tt\t\n');
  });

  it('writes lists as array literals, escaped twice', () => {
    expect(copyLine([['Tahoe', 'a "b"']])).toBe('{"Tahoe","a \\\\"b\\\\""}\n');
  });
});
