/**
 * Printed pages held against committed ones: a report of every section, of a store written by hand, printed by the test
 * runtime and drawn by PDFium. Fonts are inside, but lines break by runtime, so pictures count on the pinned one alone.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printPdf } from '@engine/reporting/print-pdf';
import { wholeModel } from '@renderer/report/report-model.fixture';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeSmallPng, findPictureFault, isUpdatingBaselines } from '../helpers/compare-image';
import { drawPdfPages, readPdfText } from '../helpers/read-pdf';

const BASELINES = path.resolve('tests/baselines/report-pages');
const folder = mkdtempSync(path.join(tmpdir(), 'doso-pages-'));
const file = path.join(folder, 'report.pdf');

describe('printed pages', () => {
  beforeAll(() => printPdf(wholeModel, file));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('say the store and the page on every one of them', async () => {
    const pages = await readPdfText(file);
    pages.forEach((text, index) => {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(text).toContain('A store · as of Jun 30, 2026');
    });
  });

  it.skipIf(process.env.DOSO_IS_TEST_RUNTIME !== '1')('look as they did', async () => {
    const pages = await drawPdfPages(file);
    if (!isUpdatingBaselines) expect(readdirSync(BASELINES)).toHaveLength(pages.length);
    const faults = pages.map((page, index) =>
      findPictureFault(encodeSmallPng(page), `page-${String(index + 1).padStart(2, '0')}`, {
        folder: BASELINES,
        failures: path.resolve('test-results/report-pages'),
      }),
    );
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });
});
