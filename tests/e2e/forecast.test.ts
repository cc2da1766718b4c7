/** The Forecast screen in the real window: down the levels, why a number, an adjustment and back, and its accuracy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doso } from '../helpers/command-line';
import { type DesktopApp, launchDesktopApp, photograph } from '../helpers/desktop-app';

/** Rows of the sales file: a small store, forecast in seconds. */
const SALES_ROWS = '900';
const EARLIER = '2026-07-31';

describe('the Forecast screen', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'doso-forecast-'));
  const dataDirectory = path.join(folder, 'data');
  let desktop: DesktopApp;

  beforeAll(async () => {
    const exports = path.join(folder, 'exports');
    const inventory = path.join(exports, 'inventory.csv');
    const sales = path.join(exports, 'sales.txt');
    const steps = [
      ['sample', '--out', exports, '--size', SALES_ROWS, '--seed', '5'],
      ['import', sales, inventory],
      ['forecast', '--as-of', EARLIER],
      // The import that comes after a forecast scores it.
      ['import', sales],
      ['forecast'],
    ];
    for (const step of steps) {
      const { code, stderr } = await doso(...step, '--data-dir', dataDirectory);
      expect(code, `${step.join(' ')}: ${stderr}`).toBe(0);
    }
    desktop = await launchDesktopApp({ dataDirectory });
    await desktop.page.getByTestId('nav-forecast').click();
    await desktop.page.getByTestId('forecast-detail').waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await desktop?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leads from a model down to its builds, and up again', async () => {
    const { page } = desktop;
    await page.getByTestId('forecast-drill').click();
    await page.getByTestId('forecast-widen').waitFor();
    const trims = await page.getByTestId('forecast-series').count();
    expect(trims).toBeGreaterThan(0);
    await page.getByTestId('forecast-drill').click();
    await page.getByTestId('forecast-accuracy').getByText('Split from trim').waitFor();
    expect(await page.getByTestId('forecast-series').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Whole store' }).click();
    await page.getByRole('heading', { name: 'Whole store' }).waitFor();
    expect(await page.getByTestId('forecast-series').count()).toBe(1);
  });

  it('says why, in steps that add up to the number', async () => {
    const { page } = desktop;
    await page.getByTestId('forecast-tab-why').click();
    const rows = page.getByTestId('forecast-why').locator('tbody tr');
    const units = await rows.locator('td:last-child').allTextContents();
    const numbers = units.map((text) => Number(text.replace('−', '-').replace(/[+,]/g, '')));
    const total = numbers.at(-1) ?? 0;
    const sum = numbers.slice(0, -1).reduce((whole, value) => whole + value, 0);
    // Each is rounded to a tenth.
    expect(Math.abs(sum - total)).toBeLessThan(0.05 * numbers.length + 1e-9);
    await page.getByTestId('chart-decomposition').locator('.main-svg').first().waitFor();
    await photograph(page, 'forecast-why-light');
  });

  it('is adjusted with a reason, by keyboard, and taken back', async () => {
    const { page } = desktop;
    const before = await page.getByTestId('forecast-total').textContent();
    await page.getByTestId('forecast-tab-forecast').focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    await page.getByTestId('adjust-amount').fill('50');
    await page.getByTestId('adjust-reason').fill('Fleet tender in spring');
    await photograph(page, 'forecast-adjust-light');
    await page.keyboard.press('Enter');
    await page.getByText('before adjusting by hand').waitFor();
    expect(await page.getByTestId('forecast-total').textContent()).not.toBe(before);
    await page.getByTestId('adjustment-switch').click();
    await page.getByText('before adjusting by hand').waitFor({ state: 'detached' });
    expect(await page.getByTestId('forecast-total').textContent()).toBe(before);
    await page.getByText('Put in force').waitFor();
    await page.getByTestId('adjust-kind').getByText('Units').click();
    await page.getByTestId('adjust-amount').fill('3');
    await page.getByTestId('adjust-reason').fill('Tender of the county');
    await page.keyboard.press('Enter');
    await page.getByText('+3.0 a month').waitFor();
    await page.getByTestId('adjustment-switch').first().click();
    await page.getByText('before adjusting by hand').waitFor({ state: 'detached' });
  });

  it('shows what became of earlier forecasts', async () => {
    const { page } = desktop;
    await page.getByTestId('forecast-tab-outcomes').click();
    // Made as of 31 July: August, September and October are over.
    const outcomes = page.getByTestId('forecast-outcomes').locator('tbody tr');
    expect(await outcomes.count()).toBe(3);
    await photograph(page, 'forecast-outcomes-light');
    await page.getByTestId('forecast-view').getByText('Accuracy').click();
    await page.getByTestId('accuracy-outcome').waitFor();
    for (const table of ['accuracy-back-test', 'accuracy-outcome']) {
      const levels = await page.getByTestId(table).locator('tbody tr td:first-child').allTextContents();
      expect(levels.slice(0, 3), table).toEqual(['Store', 'Models', 'Trims']);
    }
    await page.getByTestId('accuracy-series-level').getByText('Trims', { exact: true }).click();
    await page.getByTestId('accuracy-series').locator('tbody tr').first().waitFor();
    expect(await page.getByTestId('accuracy-series').locator('tbody tr').count()).toBeGreaterThan(3);
    await photograph(page, 'forecast-accuracy-light');
    await page.getByTestId('toggle-theme').click();
    await photograph(page, 'forecast-accuracy-dark');
    await page.getByTestId('forecast-view').getByText('Series').click();
    await page.getByTestId('forecast-tab-why').click();
    await page.getByTestId('chart-decomposition').locator('.main-svg').first().waitFor();
    await photograph(page, 'forecast-why-dark');
    await page.getByTestId('forecast-tab-forecast').click();
    await page.getByTestId('chart-forecast').locator('.main-svg').first().waitFor();
    await photograph(page, 'forecast-fan-dark');
    expect(desktop.complaints).toEqual([]);
  });
});
