/**
 * Sales from file to committed and indexed, against a bare COPY of the same file, every column of it, into a table of
 * typed columns without indexes; then the same file again, when all rows are there. Both by the clock on the wall;
 * processor time, which counts both threads of the import, is reported beside it. The import's time has the making and
 * opening of its database in it, the bare COPY's not: the first load's ratio without these is reported as well. One file has the 54 columns that
 * dealer systems write, one the 13 that a deal needs: of that DOSO has less to skip. 60,000 rows, or 1,000,000 with
 * `npm run prove`; and a workbook of 15,000 rows, or 250,000.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '@engine/database/open-database';
import { unpackTemplate } from '@engine/database/template';
import { writeSample } from '@engine/sample/write-sample';
import { zipSync } from 'fflate';
import { describe, it } from 'vitest';
import { type ImportCost, importInProcess, openInProcess } from '../helpers/import-in-process';
import { inFolder } from '../helpers/in-folder';
import { isFullSize, recordFigure } from '../helpers/record-figure';

const ROWS = isFullSize ? 1_000_000 : 60_000;
const SHEET_ROWS = isFullSize ? 250_000 : 15_000;
/** As the issue of the bound has them: a first load, all rows there already, the engine's memory. */
const MOST_FIRST = 8;
const MOST_AGAIN = 15;
const MOST_MEGABYTES = 1200;

const NEEDED = [
  'Deal Number',
  'VIN',
  'Stock Number',
  'New/Used',
  'Year',
  'Make',
  'Model',
  'Trim',
  'Inventory Date',
  'Contract Date',
  'Sales Price',
  'Front Gross',
  'Back Gross',
];

describe('import', () => {
  it(`${ROWS} sales as a dealer system exports them`, () =>
    inFolder(async (folder) => {
      await writeSample({ outDir: folder, salesRows: ROWS });
      await measure(path.join(folder, 'sales.txt'), '54 columns', folder);
    }));

  it(`${ROWS} sales with the columns that are needed`, () =>
    inFolder(async (folder) => {
      await writeSample({ outDir: folder, salesRows: ROWS });
      const file = path.join(folder, 'needed.txt');
      const positions = positionsOf(path.join(folder, 'sales.txt'));
      writeFileSync(
        file,
        linesOf(path.join(folder, 'sales.txt'), (cells) => positions.map((at) => cells[at] ?? '').join('\t')),
      );
      await measure(file, `${NEEDED.length} columns`, folder);
    }));

  it(`${SHEET_ROWS} sales of a workbook`, () =>
    inFolder(async (folder) => {
      await writeSample({ outDir: folder, salesRows: SHEET_ROWS });
      const file = path.join(folder, 'needed.xlsx');
      writeFileSync(file, workbookOf(path.join(folder, 'sales.txt')));
      const { seconds, megabytes } = await importInProcess(file, path.join(folder, 'data'));
      const named = `${SHEET_ROWS.toLocaleString('en-US')} rows of XLSX, ${NEEDED.length} columns`;
      recordFigure({ area: 'import', name: `first load, ${named}`, value: seconds, unit: 's' });
      recordFigure({
        area: 'import',
        name: `engine's peak memory, ${named}`,
        value: megabytes,
        unit: 'MB',
        most: MOST_MEGABYTES,
      });
    }));
});

async function measure(file: string, width: string, folder: string): Promise<void> {
  const copy = await bareCopy(file, folder);
  const data = path.join(folder, 'data');
  const opening = await openInProcess(path.join(folder, 'empty'));
  const first = await importInProcess(file, data);
  const again = await importInProcess(file, data);
  const named = `${ROWS.toLocaleString('en-US')} rows, ${width}`;
  const figure = (name: string, value: number, unit: string, most?: number) =>
    recordFigure({
      area: 'import',
      name: `${name}, ${named}`,
      value,
      unit,
      ...(most === undefined ? {} : { most }),
    });
  figure('size of the file', statSync(file).size / 1e6, 'MB');
  figure('bare COPY', copy.seconds, 's');
  figure('first load', first.seconds, 's');
  figure('same rows again', again.seconds, 's');
  figure('first load / bare COPY', first.seconds / copy.seconds, 'x', MOST_FIRST);
  figure('same rows again / bare COPY', again.seconds / copy.seconds, 'x', MOST_AGAIN);
  figure(
    'first load / bare COPY, without making the database and opening it',
    (first.seconds - opening.seconds) / copy.seconds,
    'x',
  );
  figure('first load / bare COPY, processor time', first.processorSeconds / copy.processorSeconds, 'x');
  figure('same rows again / bare COPY, processor time', again.processorSeconds / copy.processorSeconds, 'x');
  figure("engine's peak memory", Math.max(first.megabytes, again.megabytes), 'MB', MOST_MEGABYTES);
}

/** The file's own bytes, by one COPY in one transaction, in the database that the product opens. */
async function bareCopy(file: string, folder: string): Promise<Omit<ImportCost, 'megabytes'>> {
  const cluster = path.join(folder, 'bare');
  await unpackTemplate(path.resolve('out/database-template.tar.gz'), cluster);
  const { client } = await startPostgres(cluster);
  try {
    const blob = new Blob([readFileSync(file)]);
    const columns = headerOf(file).map((name, index) => `c${index} ${typeOf(name)}`);
    await client.exec(`set datestyle = 'ISO, MDY'; create table bare (${columns.join(', ')})`);
    const before = process.cpuUsage();
    const started = performance.now();
    await client.query(`copy bare from '/dev/blob' (format csv, delimiter e'\\t', header)`, [], { blob });
    const used = process.cpuUsage(before);
    return {
      seconds: (performance.now() - started) / 1000,
      processorSeconds: (used.user + used.system) / 1e6,
    };
  } finally {
    await client.close();
  }
}

function typeOf(name: string): string {
  if (/ Date$/.test(name)) return 'date';
  if (name === 'Year' || name === 'Mileage') return 'int';
  return /MSRP|Price|Cost|Amount|Gross|Profit|Reserve|Rebates|Incentives/.test(name) ? 'numeric' : 'text';
}

function headerOf(file: string): string[] {
  const head = readFileSync(file).subarray(0, 4096).toString();
  return head.slice(0, head.indexOf('\n')).split('\t');
}

function positionsOf(file: string): number[] {
  const header = headerOf(file);
  return NEEDED.map((name) => header.indexOf(name));
}

function linesOf(file: string, write: (cells: string[]) => string): Buffer {
  const pieces: Buffer[] = [];
  const bytes = readFileSync(file);
  // By pieces: a string cannot hold a million rows.
  for (let at = 0; at < bytes.length; ) {
    const end = Math.max(at, bytes.lastIndexOf('\n', Math.min(bytes.length, at + (1 << 24)))) + 1;
    const lines = bytes.subarray(at, end).toString().trimEnd().split('\n');
    pieces.push(Buffer.from(`${lines.map((line) => write(line.split('\t'))).join('\n')}\n`));
    at = end;
  }
  return Buffer.concat(pieces);
}

/** The smallest workbook that programs read: one sheet, texts in their cells. */
function workbookOf(file: string): Uint8Array {
  const positions = positionsOf(file);
  const text = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const rows = linesOf(
    file,
    (cells) =>
      `<row>${positions.map((at) => `<c t="inlineStr"><is><t>${text(cells[at] ?? '')}</t></is></c>`).join('')}</row>`,
  );
  const xml = (content: string) =>
    Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  return zipSync(
    {
      '[Content_Types].xml': xml(
        `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ),
      '_rels/.rels': xml(
        `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': xml(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sales" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': xml(
        `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': Buffer.concat([
        xml(`<worksheet xmlns="${main}"><sheetData>`),
        rows,
        Buffer.from('</sheetData></worksheet>'),
      ]),
    },
    { level: 1 },
  );
}
