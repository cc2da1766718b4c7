import { describe, expect, it } from 'vitest';
import { redactValue } from './redact';

describe('redactValue', () => {
  it('keeps only the last six of a VIN, wherever it stands', () => {
    expect(redactValue({ note: 'row 7: 1HGCM82633A004352 again' }, '')).toEqual({
      note: 'row 7: ***********004352 again',
    });
  });

  it('leaves long words and long numbers alone', () => {
    expect(redactValue('ABCDEFGHJKLMNPRST 12345678901234567', '')).toBe(
      'ABCDEFGHJKLMNPRST 12345678901234567',
    );
  });

  it('drops secrets and ZIP codes by name, at any depth', () => {
    expect(redactValue({ customer: { zip: '48127', apiKey: 'k' } }, '')).toEqual({
      customer: { zip: '(redacted)', apiKey: '(redacted)' },
    });
  });

  it('shortens the home folder', () => {
    expect(redactValue('/home/ann/exports/sales.txt', '/home/ann')).toBe('~/exports/sales.txt');
  });
});
