import { describe, expect, it } from 'vitest';
import { repairVin } from './vin-repair';

const codes = (text: string) => repairVin(text).findings.map(({ code, severity }) => `${code} ${severity}`);

describe('repairVin', () => {
  it('takes a valid VIN as it is, without case, blanks and hyphens', () => {
    expect(repairVin(' 1hgcm82633a004352 ')).toEqual({ vin: '1HGCM82633A004352', findings: [] });
    expect(repairVin('1HGCM-82633-A004352').vin).toBe('1HGCM82633A004352');
  });

  it('reads O and Q as 0 and I as 1, and says so', () => {
    expect(repairVin('IHGCM82633AOQ4352').vin).toBe('1HGCM82633A004352');
    expect(codes('IHGCM82633AOQ4352')).toEqual(['VIN_LETTERS repaired']);
  });

  it('keeps a VIN whose check digit is wrong, with a warning', () => {
    expect(repairVin('1HGCM82634A004352').vin).toBe('1HGCM82634A004352');
    expect(codes('1HGCM82634A004352')).toEqual(['VIN_CHECK_DIGIT warning']);
  });

  it('keeps short and incomplete VINs, with a warning', () => {
    expect(codes('3A004352')).toEqual(['VIN_SHORT warning']);
    expect(codes('1HGCM82633A00435')).toEqual(['VIN_LENGTH warning']);
  });

  it('does not use what a spreadsheet made a number of', () => {
    expect(repairVin('4.94E+12').vin).toBeNull();
    expect(codes('4.94E+12')).toEqual(['VIN_DAMAGED warning']);
  });
});
