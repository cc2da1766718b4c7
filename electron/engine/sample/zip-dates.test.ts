import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { withFixedZipDates } from './zip-dates';

async function workbookBytes(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  workbook.addWorksheet('Rows').addRow(['4B00', 1]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('withFixedZipDates', () => {
  it('leaves a workbook readable and its input alone', async () => {
    const original = await workbookBytes();
    const copy = original.slice();
    const fixed = withFixedZipDates(original);
    expect(original).toEqual(copy);
    expect(fixed).not.toEqual(original);
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(fixed.buffer as ArrayBuffer);
    expect(read.worksheets[0]?.getCell('A1').value).toBe('4B00');
  });

  it('makes archives of different times equal', async () => {
    const early = await workbookBytes();
    const late = early.slice();
    // Both copies of the first entry's time: local header at 10, central directory header at its offset + 12.
    const view = new DataView(late.buffer, late.byteOffset, late.byteLength);
    const central = view.getUint32(late.byteLength - 22 + 16, true);
    view.setUint16(10, 1_234, true);
    view.setUint16(central + 12, 1_234, true);
    expect(withFixedZipDates(late)).toEqual(withFixedZipDates(early));
  });

  it('refuses what is no archive', () => {
    expect(() => withFixedZipDates(new Uint8Array(100))).toThrow(RangeError);
    expect(() => withFixedZipDates(new Uint8Array(3))).toThrow(RangeError);
  });
});
