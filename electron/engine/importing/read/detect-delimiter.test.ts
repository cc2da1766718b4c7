import { describe, expect, it } from 'vitest';
import { detectDelimiter } from './detect-delimiter';

describe('detectDelimiter', () => {
  it.each([
    [',', 'a,b,c\n1,2,3\n'],
    ['\t', 'Deal\tModel, trim\tGross\n1\tTahoe, LT\t2,500\n2\tTrax, RS\t1,200\n'],
    ['|', 'a|b|c\n1|x,y|3\n'],
    [';', 'a;b;c\n1.000,50;2,5;3\n'],
  ])('finds %j', (delimiter, text) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('is not misled by a report title with commas', () => {
    expect(detectDelimiter('Harbor Motors, Used, as of May 1, 2026\n\nVIN|Stock|Price\n1|2|3\n4|5|6\n')).toBe(
      '|',
    );
  });
});
