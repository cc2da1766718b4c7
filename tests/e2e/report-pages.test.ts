/**
 * Printed pages held against committed ones: a report of every section, of a store written by hand, printed by the test
 * runtime and drawn by PDFium. After a wanted change of the layout: `npm test -- --update-baselines tests/e2e/report-pages.test.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printPdf } from '@engine/reporting/print-pdf';
import { wholeModel } from '@renderer/report/report-model.fixture';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeSmallPng, findPictureFault } from '../helpers/compare-image';
import { drawPdfPages, readPdfText } from '../helpers/read-pdf';

const folder = mkdtempSync(path.join(tmpdir(), 'doso-pages-'));
const file = path.join(folder, 'report.pdf');

describe('printed pages', () => {
  beforeAll(() => printPdf(wholeModel, file));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('say the store and the page on every one of them', async () => {
    const pages = await readPdfText(file);
    pages.forEach((text, index) => {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(text).toContain('A & B Motors');
    });
  });

  it('look as they did', async () => {
    const pages = await drawPdfPages(file);
    expect(pages.length).toBeGreaterThan(5);
    const faults = pages.map((page, index) =>
      findPictureFault(encodeSmallPng(page), `page-${String(index + 1).padStart(2, '0')}`, {
        folder: path.resolve('tests/fixtures/report-pages'),
        failures: path.resolve('test-results/report-pages'),
      }),
    );
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });
});
