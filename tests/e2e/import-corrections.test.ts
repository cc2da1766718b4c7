/** What lies over and between imports: files dropped in, units that left stock, values corrected by hand, what an undo would do. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DesktopApp, dropPaths, launchDesktopApp, photograph } from '../helpers/desktop-app';
import { findAccessFaults } from '../helpers/find-access-faults';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';
const C = '1HGCM82603A004342';
const STOCK = 'VIN,Stock #,New/Used,Year,Make,Model,Trim,Price,Cost';
const DEALS = 'Deal Number,VIN,Stock #,N/U,Year,Make,Model,Contract Date,Front Gross,Sale Type';

describe('what lies over imports', () => {
  let desktop: DesktopApp;
  let folder: string;
  beforeAll(async () => {
    desktop = await launchDesktopApp();
    await desktop.page.getByTestId('first-run').waitFor({ timeout: 60_000 });
    folder = mkdtempSync(path.join(tmpdir(), 'doso-exports-'));
    await desktop.page.getByTestId('nav-imports').click();
  });
  afterAll(async () => {
    await desktop.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, ...lines: string[]) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  };
  const importAll = async () => {
    const { page } = desktop;
    await page.getByTestId('import-start').click();
    await page.getByTestId('import-report').waitFor({ timeout: 60_000 });
    await page.getByTestId('import-report').getByText('Done').click();
  };
  const photographBoth = async (name: string) => {
    const { page } = desktop;
    // By the attribute: what is open covers the button.
    const paint = (scheme: string) =>
      page.evaluate(
        (wanted) => document.documentElement.setAttribute('data-mantine-color-scheme', wanted),
        scheme,
      );
    await photograph(page, name);
    await paint('dark');
    await page.waitForTimeout(250);
    await photograph(page, `${name}-dark`);
    expect(await findAccessFaults(page), `${name}, dark`).toEqual([]);
    await paint('light');
  };

  it('takes a file and a folder that are dropped together', async () => {
    const { page } = desktop;
    const file = write('stock 2026-05-01.csv', STOCK, unit(A, 'A1', 20_000), unit(B, 'B1', 15_000));
    write('may/stock 2026-05-08.csv', STOCK, unit(A, 'A1', 19_800));
    write('may/notes.docx', 'x');
    await dropPaths(page, [file, path.join(folder, 'may')]);
    await page.getByTestId('import-preview').nth(1).waitFor({ timeout: 60_000 });
    await page.getByTestId('notice').getByText('1 file passed over').waitFor();
    for (const at of [0, 1])
      await page.getByTestId('import-coverage').nth(at).getByText('The whole stock').click();
    await importAll();
    expect(await page.getByTestId('import-history').textContent()).toContain('1 closed');
  });

  it('lists what left stock, and counts it as sold where the store says so', async () => {
    const { page } = desktop;
    await page.getByTestId('imports-part-departures').click();
    const list = page.getByTestId('departures');
    await list.getByText('B1').waitFor({ timeout: 30_000 });
    expect(await list.textContent()).toContain('May 1, 2026 and May 8, 2026');
    expect(await list.textContent()).toContain('No deal known');
    await photographBoth('imports-departures');
    await page.getByTestId('treat-as-sales').click();
    await list.getByText('Counted as a sale, no gross').waitFor({ timeout: 30_000 });
    await photograph(page, 'imports-departures-counted');
    await page.getByTestId('treat-as-sales').click();
    await list.getByText('No deal known').waitFor({ timeout: 30_000 });
  });

  it('corrects a value from the unit, under which the next import goes on', async () => {
    const { page } = desktop;
    await page.getByTestId('nav-inventory').click();
    await page.getByTestId('unit-grid').getByText('A1', { exact: true }).click();
    await page.getByTestId('correct-unit').click();
    await page.getByTestId('correct-priceCents').click();
    await page.getByTestId('correction-value').fill('19,500');
    await page.getByTestId('correction-note').fill('As on the windshield');
    await photographBoth('imports-correct-form');
    await page.getByTestId('correction-save').click();
    await page.getByTestId('value-priceCents').getByText('$19,500.00').waitFor({ timeout: 30_000 });
    await photographBoth('imports-correct-record');
    await page.keyboard.press('Escape');

    await page.getByTestId('nav-imports').click();
    await dropPaths(page, [write('stock 2026-05-09.csv', STOCK, unit(A, 'A1', 18_000), unit(C, 'C1', 9000))]);
    await page.getByTestId('import-preview').waitFor({ timeout: 60_000 });
    await importAll();
    await page.getByTestId('imports-part-corrections').click();
    const corrections = page.getByTestId('corrections');
    await corrections.getByText('$18,000.00').waitFor({ timeout: 30_000 });
    const text = await corrections.textContent();
    for (const part of ['$19,500.00', 'As on the windshield', 'A1']) expect(text).toContain(part);
    await photographBoth('imports-corrections');
  });

  it('says why a value cannot be meant', async () => {
    const { page } = desktop;
    await page.getByTestId('correct-name').fill('nothing');
    await page.keyboard.press('Enter');
    await page.getByText('There is no vehicle in stock NOTHING.').waitFor({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await page.getByTestId('correct-name').fill('a1');
    await page.getByTestId('correct-find').click();
    await page.getByTestId('correct-receivedOn').click();
    await page.getByTestId('correction-value').fill('9 May');
    await page.getByText('A day, such as 2026-05-31').waitFor();
    expect(await page.getByTestId('correction-save').isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByTestId('correct-record').waitFor({ state: 'detached' });
  });

  it('takes the correction back, and what the files say shows again', async () => {
    const { page } = desktop;
    await page.getByTestId('take-back-priceCents').click();
    await page.getByText('Nothing corrected by hand').waitFor({ timeout: 30_000 });
    await page.getByTestId('correct-name').fill('A1');
    await page.getByTestId('correct-find').click();
    await page.getByTestId('value-priceCents').getByText('$18,000.00').waitFor({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await page.getByTestId('correct-record').waitFor({ state: 'detached' });
  });

  it('tells before an undo what it would remove and keep', async () => {
    const { page } = desktop;
    await page.getByTestId('imports-part-files').click();
    await dropPaths(page, [
      write('deals 2026-05-12.csv', DEALS, `7,${A},A1,U,2003,Honda,Accord,5/9/2026,900,Retail`),
    ]);
    await page.getByTestId('import-preview').waitFor({ timeout: 60_000 });
    await importAll();
    await page.getByTestId('undo-inventory').first().click();
    const dialog = page.getByTestId('undo-dialog');
    await dialog.getByText('sales of deals 2026-05-12.csv').waitFor({ timeout: 30_000 });
    await photographBoth('imports-undo');
    await dialog.getByText('Keep it').click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByTestId('import-history').getByText('Undone').count()).toBe(0);
    await page.getByTestId('undo-back-to').first().click();
    await dialog.getByText('Undone together, newest first').waitFor({ timeout: 30_000 });
    await photograph(page, 'imports-undo-back');
    await dialog.getByText('Keep it').click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('corrects a deal by its number', async () => {
    const { page } = desktop;
    await page.getByTestId('imports-part-corrections').click();
    await page.getByTestId('correct-kind').getByText('Deal').click();
    await page.getByTestId('correct-name').fill('7');
    await page.getByTestId('correct-find').click();
    await page.getByTestId('correct-frontGrossCents').click();
    await page.getByTestId('correction-value').fill('1,100.50');
    await page.getByTestId('correction-save').click();
    await page.getByTestId('value-frontGrossCents').getByText('$1,100.50').waitFor({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await page.getByTestId('nav-sales').click();
    await page.getByTestId('sales-condition').getByText('Used').click();
    await page.getByTestId('screen-sales').getByText('$1,101').first().waitFor({ timeout: 30_000 });
  });

  it('complained of nothing in the console', () => {
    expect(desktop.complaints).toEqual([]);
  });
});

function unit(vin: string, stockNumber: string, price: number): string {
  return `${vin},${stockNumber},U,2003,Honda,Accord,EX,${price},${price - 2000}`;
}
