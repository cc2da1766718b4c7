import { describe, expect, it } from 'vitest';
import { LineBuffer } from './line-buffer';

describe('LineBuffer', () => {
  it('gives back what was added since the last time, in any script and of any length', () => {
    const buffer = new LineBuffer();
    const lines = ['a\n', 'Édition 東京 🚗\n', `${'long é '.repeat(40_000)}\n`, '\n'];
    for (const line of lines) buffer.add(line);
    expect(buffer.count).toBe(4);
    expect(Buffer.from(buffer.take()).toString()).toBe(lines.join(''));
    expect(buffer.count).toBe(0);
    buffer.add('next\n');
    expect(Buffer.from(buffer.take()).toString()).toBe('next\n');
    expect(buffer.take()).toHaveLength(0);
  });
});
