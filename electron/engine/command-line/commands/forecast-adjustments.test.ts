import { describe, expect, it } from 'vitest';
import { parseChange } from './forecast-adjustments';

describe('a change on the command line', () => {
  it('is a share with a per cent sign, else units a period', () => {
    expect(parseChange('+20%')).toEqual({ factor: expect.closeTo(1.2, 12), units: null });
    expect(parseChange('-100 %')).toEqual({ factor: 0, units: null });
    expect(parseChange('-3')).toEqual({ factor: null, units: -3 });
    expect(parseChange('2.5')).toEqual({ factor: null, units: 2.5 });
  });

  it.each(['', '%', '+0', '0%', '-101%', 'twice', '1e3', '5 units'])('is refused as %j', (text) => {
    expect(() => parseChange(text)).toThrow('--change must be like');
  });
});
