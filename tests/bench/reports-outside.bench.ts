/**
 * Reports as other programs see them: LibreOffice computes every formula anew and must come to the same values,
 * poppler lists the fonts of the PDF. `npm run prove -- reports` needs both (Debian: libreoffice-calc, poppler-utils).
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { read, type WorkBook } from '@e965/xlsx';
import { REPORT_KINDS } from '@shared/domain/report-kind';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';

const run = promisify(execFile);
const COMMAND = path.resolve('out/main/cli.js');

describe('reports in other programs', () => {
  it.runIf(isFullSize)('compute to the same values, with fonts inside', async () => {
    await assertInstalled('soffice', 'pdffonts', 'pdftotext');
    const folder = mkdtempSync(path.join(tmpdir(), 'doso-outside-'));
    try {
      const data = ['--data-dir', path.join(folder, 'data')];
      const files = readdirSync('sample-data').map((name) => path.resolve('sample-data', name));
      await doso('cycle', ...files, '--full', ...data);
      const workbooks = REPORT_KINDS.map((kind) => path.join(folder, `${kind}.xlsx`));
      for (const [index, kind] of REPORT_KINDS.entries())
        await doso('report', '--kind', kind, '--out', workbooks[index] ?? '', ...data);
      const { formulas, different } = await recompute(workbooks, folder);
      recordFigure({
        ...{ area: 'reports', name: 'formulas that LibreOffice computed anew, all kinds of workbook' },
        ...{ value: formulas, unit: 'formulas', least: 100 },
      });
      recordFigure({
        ...{ area: 'reports', name: 'of them with another value than the one written' },
        ...{ value: different.length, unit: 'formulas', most: 0 },
      });
      expect(different).toEqual([]);
      const pdf = path.join(folder, 'review.pdf');
      await doso('report', '--out', pdf, ...data);
      recordFigure({
        ...{ area: 'reports', name: 'fonts of the PDF that are not embedded as outlines' },
        ...{ value: await looseFonts(pdf), unit: 'fonts', most: 0 },
      });
      expect(await missingFigures(pdf, data, folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

async function assertInstalled(...programs: string[]): Promise<void> {
  for (const program of programs) {
    const flag = program === 'soffice' ? '--version' : '-v';
    await run(program, [flag]).catch(() => {
      throw new Error(
        `${program} is missing. Install LibreOffice Calc and poppler (on Debian: libreoffice-calc poppler-utils).`,
      );
    });
  }
}

function doso(...command: string[]) {
  return run(process.execPath, [COMMAND, ...command], { maxBuffer: 1e8 });
}

/** The written values are taken out first, so that what comes back was computed. */
async function recompute(workbooks: readonly string[], folder: string) {
  const bare = path.join(folder, 'bare');
  const computed = path.join(folder, 'computed');
  mkdirSync(bare);
  const stripped = workbooks.map((file) => path.join(bare, path.basename(file)));
  workbooks.forEach((file, index) => {
    writeFileSync(stripped[index] ?? '', withoutValues(readFileSync(file)));
  });
  const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
  await run('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', computed, ...stripped], {
    timeout: 300_000,
  });
  let formulas = 0;
  const different: string[] = [];
  for (const file of workbooks) {
    const written = formulaValues(read(readFileSync(file), { cellFormula: true }));
    const again = read(readFileSync(path.join(computed, path.basename(file))));
    for (const { sheet, address, value } of written) {
      formulas += 1;
      const other = again.Sheets[sheet]?.[address]?.v;
      if (!isSame(value, other))
        different.push(`${path.basename(file)} ${sheet}!${address}: ${value} / ${other}`);
    }
  }
  return { formulas, different };
}

function withoutValues(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    parts[name] = strToU8(strFromU8(bytes).replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts);
}

function formulaValues(book: WorkBook) {
  return book.SheetNames.flatMap((sheet) =>
    Object.entries(book.Sheets[sheet] ?? {}).flatMap(([address, cell]) =>
      (cell as { f?: string }).f ? [{ sheet, address, value: (cell as { v?: unknown }).v }] : [],
    ),
  );
}

/** An empty text counts as no value. */
function isSame(written: unknown, computed: unknown): boolean {
  if (typeof written === 'number' && typeof computed === 'number')
    return Math.abs(written - computed) <= 1e-6 * Math.max(1, Math.abs(written));
  return (written ?? '') === (computed ?? '');
}

/** Stock at cost of both conditions, as the database says them and as the page must. */
async function missingFigures(pdf: string, data: string[], folder: string): Promise<string[]> {
  const figures = path.join(folder, 'figures.json');
  await doso('report', '--table', 'figures', '--out', figures, ...data);
  const rows: { Figure: string; Value: number | null; Unit: string }[] = JSON.parse(
    readFileSync(figures, 'utf8'),
  ).rows;
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-']);
  const expected = rows
    .filter(({ Figure }) => Figure === 'Stock at cost' || Figure === 'Units in stock')
    .map(({ Value, Unit }) =>
      Unit === 'cents' ? `$${Math.round((Value ?? 0) / 100).toLocaleString('en-US')}` : String(Value),
    );
  expect(expected).toHaveLength(4);
  return expected.filter((text) => !stdout.includes(text));
}

async function looseFonts(pdf: string): Promise<number> {
  const { stdout } = await run('pdffonts', [pdf]);
  const lines = stdout.split('\n').slice(2).filter(Boolean);
  expect(lines.length).toBeGreaterThan(0);
  return lines.filter((line) => /Type 3/.test(line) || !/ yes (yes|no)\s+(yes|no)\s+\d+\s+\d+$/.test(line))
    .length;
}
