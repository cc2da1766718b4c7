import { describe, expect, it } from 'vitest';
import { inGrey } from './in-grey';

describe('a chart in grey', () => {
  it('keeps lightness and everything that is no colour', () => {
    // 0.2126 x 33 + 0.7152 x 70 + 0.0722 x 143 = 67.4, which is 43 in hexadecimal.
    expect(inGrey([{ marker: { color: '#21468f', pattern: { shape: ['/', ''] } }, y: [1, null] }])).toEqual([
      { marker: { color: '#434343', pattern: { shape: ['/', ''] } }, y: [1, null] },
    ]);
    expect(inGrey('rgba(33, 70, 143, 0.16)')).toBe('rgba(67, 67, 67, 0.16)');
    expect(inGrey('New')).toBe('New');
  });
});
