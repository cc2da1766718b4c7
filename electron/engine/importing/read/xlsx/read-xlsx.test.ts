import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile } from '../../inspect-file';
import { readXlsx } from './read-xlsx';
import { parseSheetRow } from './sheet-rows';
import { decodeXml, ElementCutter, runsOfText } from './xml-text';

const folder = mkdtempSync(path.join(tmpdir(), 'doso-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readBack(workbook: ExcelJS.Workbook): Promise<{ name: string | null; rows: string[][] }[]> {
  const file = path.join(folder, 'book.xlsx');
  await workbook.xlsx.writeFile(file);
  const tables = await readXlsx(await inspectFile(file));
  const sheets: { name: string | null; rows: string[][] }[] = [];
  for (const table of tables) {
    const rows: string[][] = [];
    for await (const chunk of table.rows()) for (const row of chunk) rows[row.line - 1] = [...row.cells];
    sheets.push({ name: table.name, rows });
  }
  return sheets;
}

describe('readXlsx', () => {
  it("gives a cell's value, not its display", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Orders');
    sheet.addRow([
      '001',
      4940000000000,
      24524.4,
      new Date('2025-03-31T00:00:00Z'),
      true,
      null,
      { formula: '1+1', result: 2 },
    ]);
    sheet.addRow([
      { richText: [{ text: 'Jet ' }, { text: 'Black & <Red>' }] },
      'a\nb',
      new Date('2025-03-31T16:30:00Z'),
    ]);
    sheet.getCell('B1').numFmt = '0.00E+00';
    sheet.getCell('C1').numFmt = '"day" #,##0.00_);[Red](#,##0.00)';
    expect((await readBack(workbook))[0]?.rows).toEqual([
      ['001', '4940000000000', '24524.4', '2025-03-31', 'TRUE', '', '2'],
      ['Jet Black & <Red>', 'a\nb', '2025-03-31T16:30:00'],
    ]);
  });

  it('gives every visible sheet, with the line of each row', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Notes').getCell('A5').value = 'fifth';
    workbook.addWorksheet('Secret', { state: 'hidden' }).addRow(['x']);
    workbook.addWorksheet('Stock').addRow(['VIN']);
    const sheets = await readBack(workbook);
    expect(sheets.map(({ name }) => name)).toEqual(['Notes', 'Stock']);
    expect(sheets[0]?.rows[4]).toEqual(['fifth']);
  });

  it('reads days of old Mac workbooks', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.properties.date1904 = true;
    workbook.addWorksheet('A').addRow([new Date('2025-03-31T00:00:00Z')]);
    expect((await readBack(workbook))[0]?.rows).toEqual([['2025-03-31']]);
  });

  it('reads back any text', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((value) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x/u.test(value));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const workbook = new ExcelJS.Workbook();
          workbook.addWorksheet('A').addRows(rows);
          expect((await readBack(workbook))[0]?.rows).toEqual(rows);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('refuses a workbook of which a byte was changed, and ends', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('A').addRows(Array.from({ length: 200 }, (_, index) => [`row ${index}`, index]));
    const whole = path.join(folder, 'whole.xlsx');
    await workbook.xlsx.writeFile(whole);
    const bytes = readFileSync(whole);
    const sheetAt = bytes.indexOf('xl/worksheets/sheet1.xml');
    bytes.writeUInt8(bytes.readUInt8(sheetAt + 400) ^ 0xff, sheetAt + 400);
    const changed = path.join(folder, 'changed.xlsx');
    writeFileSync(changed, bytes);
    await expect(
      (async () => {
        for (const table of await readXlsx(await inspectFile(changed))) for await (const _ of table.rows());
      })(),
    ).rejects.toMatchObject({ code: 'DAMAGED_FILE' });
  });
});

describe('sheet XML', () => {
  const context = { strings: ['zero', 'one'], dateStyles: [false, true], usesDates1904: false };

  it('places cells by their reference, and follows on where they have none', () => {
    const row =
      '<x:row r="7"><x:c r="C7" t="s"><x:v>1</x:v></x:c><x:c><x:v>5</x:v></x:c><x:c r="F7" s="1"><x:v>45747</x:v></x:c></x:row>';
    expect(parseSheetRow(row, 6, context)).toEqual({
      line: 7,
      cells: ['', '', 'one', '5', '', '2025-03-31'],
    });
  });

  it('cuts elements however the text arrives', () => {
    const xml =
      '<sheetData><row r="1"><c/></row><rowBreaks/><row r="2"/><row r="3"><c><v>1</v></c></row></sheetData>';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (length) => {
        const cutter = new ElementCutter('row');
        const found: string[] = [];
        for (let at = 0; at < xml.length; at += length)
          found.push(...cutter.push(xml.slice(at, at + length)));
        expect(found).toEqual(['<row r="1"><c/></row>', '<row r="2"/>', '<row r="3"><c><v>1</v></c></row>']);
      }),
    );
  });

  it('resolves entities and escapes, and leaves phonetic hints out', () => {
    expect(decodeXml('a &amp;lt; &#65;&#x42; _x000A_')).toBe('a &lt; AB \n');
    expect(
      runsOfText('<si><t>Tokyo</t><rPh sb="0"><t>hint</t></rPh><r><t xml:space="preserve"> X</t></r></si>'),
    ).toBe('Tokyo X');
  });
});
