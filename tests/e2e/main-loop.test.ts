/** The main job in the real window: bad files, the sample store, every screen, a decision, both reports. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBadFiles } from '../helpers/bad-files';
import {
  answerOpenDialog,
  answerSaveDialog,
  type DesktopApp,
  launchDesktopApp,
  photograph,
  resizeWindow,
} from '../helpers/desktop-app';
import { expectCleanLogs } from '../helpers/safety/clean-logs';

const SCREENS = [
  'overview',
  'inventory',
  'sales',
  'forecast',
  'order-plan',
  'gaps',
  'aged-units',
  'imports',
  'reports',
  'feedback',
  'learning',
  'replay',
  'settings',
] as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

describe('the main loop in the window', () => {
  let desktop: DesktopApp;
  beforeAll(async () => {
    desktop = await launchDesktopApp();
    await desktop.page.getByTestId('first-run').waitFor({ timeout: 60_000 });
  });
  afterAll(() => desktop.dispose());

  it('starts empty, and says of each bad file what is wrong', async () => {
    const { app, page, dataDirectory } = desktop;
    await photograph(page, 'first-run');
    const files = writeBadFiles(path.join(dataDirectory, 'bad'));
    await answerOpenDialog(
      app,
      files.map((file) => file.path),
    );
    await page.getByTestId('nav-imports').click();
    await page.getByTestId('choose-files').click();
    await page
      .getByTestId('import-refusal')
      .nth(files.length - 1)
      .waitFor({ timeout: 60_000 });
    const refusals = await page.getByTestId('import-refusal').allTextContents();
    expect(refusals).toHaveLength(files.length);
    for (const refusal of refusals) expect(refusal.length).toBeGreaterThan(20);
    await photograph(page, 'imports-refused');
    expect(
      await page
        .getByTestId('import-start')
        .isEnabled()
        .catch(() => false),
    ).toBe(false);
  });

  it('loads the sample store with one click, marked as sample', async () => {
    const { page } = desktop;
    await page.getByTestId('nav-overview').click();
    await page.getByTestId('load-sample').click();
    await page.getByTestId('figure-units-new').waitFor({ timeout: 200_000 });
    await page.getByTestId('sample-badge').waitFor();
    const units = Number(await page.getByTestId('figure-units-new').textContent());
    const listed = readFileSync(path.resolve('sample-data/inventory.csv'), 'utf8').match(
      /,N,20\d\d,/g,
    )?.length;
    expect(units).toBe(listed);
  });

  it('shows every screen, in light and dark, at two sizes', async () => {
    const { app, page } = desktop;
    // The job's last step may still run; the plan screen waits for it.
    await page.getByTestId('nav-order-plan').click();
    await page.getByTestId('plan-line-1').waitFor({ timeout: 200_000 });
    for (const size of SIZES) {
      await resizeWindow(app, size.width, size.height);
      for (const scheme of ['light', 'dark'] as const) {
        await chooseScheme(desktop, scheme);
        for (const screen of SCREENS) {
          await page.getByTestId(`nav-${screen}`).click();
          await page.mouse.move(size.width / 2, 4);
          await page.waitForLoadState('networkidle');
          await page.getByTestId('loading').first().waitFor({ state: 'detached', timeout: 30_000 });
          await page.waitForTimeout(400);
          expect(await page.getByTestId('error-panel').count(), `${screen} shows an error`).toBe(0);
          await photograph(page, `${screen}-${scheme}-${size.width}`);
        }
      }
    }
    await resizeWindow(app, 1280, 800);
    await chooseScheme(desktop, 'light');
  });

  it('keeps a decision, and takes it back', async () => {
    const { page } = desktop;
    await page.getByTestId('nav-order-plan').click();
    const line = page.getByTestId('plan-line-1');
    await line.getByTestId('accept-1').click();
    await line.getByText('Accepted').waitFor();
    await page.getByTestId('nav-overview').click();
    await page.getByTestId('nav-order-plan').click();
    await line.getByText('Accepted').waitFor();
    await line.getByTestId('undo-1').click();
    await line.getByText('Accepted').waitFor({ state: 'detached' });
  });

  it('saves the report as Excel and as PDF, with the figures of the screen', async () => {
    const { app, page, dataDirectory } = desktop;
    await page.getByTestId('nav-overview').click();
    const units = Number(await page.getByTestId('figure-units-new').textContent());
    await page.getByTestId('nav-reports').click();
    for (const format of ['xlsx', 'pdf'] as const) {
      const file = path.join(dataDirectory, `report.${format}`);
      await answerSaveDialog(app, file);
      await page.getByTestId(`save-${format}`).click();
      await page
        .getByTestId('saved-reports')
        .getByText(`report.${format}`)
        .first()
        .waitFor({ timeout: 120_000 });
      expect(existsSync(file)).toBe(true);
    }
    const sheet = read(readFileSync(path.join(dataDirectory, 'report.xlsx'))).Sheets.Summary;
    const rows = utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1 });
    expect(rows.find((row) => row[0] === 'Units in stock')).toContain(units);
    expect(readFileSync(path.join(dataDirectory, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(statSync(path.join(dataDirectory, 'report.pdf')).size).toBeGreaterThan(50_000);
  });

  it('shows a report before it is printed, saves a table, and has reports written by themselves', async () => {
    const { app, page, dataDirectory } = desktop;
    await page.getByTestId('nav-reports').click();
    await page.getByTestId('report-kind-order-plan').click();
    const preview = page.getByTestId('report-preview');
    await preview.getByText('General manager, name and date').waitFor({ timeout: 60_000 });
    await page.getByTestId('report-kind-store-review').click();
    await preview.getByText('What to do first').waitFor({ timeout: 60_000 });
    await preview.locator('.chart svg').first().waitFor();
    const file = path.join(dataDirectory, 'stock.csv');
    await answerSaveDialog(app, file);
    await page.getByTestId('save-table').click();
    await page.getByTestId('save-stock-csv').click();
    await page.getByTestId('saved-reports').getByText('stock.csv').first().waitFor({ timeout: 60_000 });
    expect(readFileSync(file, 'utf8')).toContain('Stock #,VIN');
    await answerOpenDialog(app, [dataDirectory]);
    await page.getByTestId('schedule-report').click();
    await page.getByTestId('schedule-folder').click();
    await page.getByTestId('schedule-save').click();
    const schedules = page.getByTestId('report-schedules');
    await schedules.getByText('Every Monday at 07:00').waitFor();
    await photograph(page, 'reports-scheduled');
    await schedules.getByRole('button', { name: 'Write now' }).click();
    await expect
      .poll(() => readdirSync(dataDirectory).filter((name) => /^DOSO .*Store review.*\.pdf$/.test(name)), {
        timeout: 180_000,
      })
      .toHaveLength(1);
    await schedules.getByRole('button', { name: 'Remove' }).click();
    await schedules.waitFor({ state: 'detached' });
  });

  it('clears the sample store with one click', async () => {
    const { page } = desktop;
    await page.getByTestId('nav-overview').click();
    await page.getByTestId('clear-sample').click();
    await page.getByTestId('first-run').waitFor({ timeout: 60_000 });
  });

  it('complained of nothing in the console', () => {
    expect(desktop.complaints).toEqual([]);
  });

  it('left logs without a VIN beyond its last six, a ZIP code, a key or a path under the user’s home', () => {
    const [header = '', ...deals] = readFileSync('sample-data/sales.txt', 'utf8').trim().split('\n');
    const zipColumn = header.split('\t').indexOf('Zip');
    const zips = new Set(deals.map((deal) => deal.split('\t')[zipColumn] ?? ''));
    expect(zips.size).toBeGreaterThan(5);
    expectCleanLogs(desktop.dataDirectory, zips);
  });
});

async function chooseScheme({ page }: DesktopApp, scheme: 'light' | 'dark'): Promise<void> {
  const current = await page.evaluate(() =>
    document.documentElement.getAttribute('data-mantine-color-scheme'),
  );
  if (current !== scheme) await page.getByTestId('toggle-theme').click();
}
