/**
 * The window over a group's data: how soon each screen paints its first content and, after a change of the filter, its
 * figures; whether the page stays free while a grid of 100,000 rows scrolls; what the page's process holds in memory.
 * Small sizes run with `npm run bench`, the stated ones with `npm run prove -- window`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine } from '@engine/engine';
import { describe, expect, it } from 'vitest';
import { type DesktopApp, launchDesktopApp } from '../helpers/desktop-app';
import { fillLargeStore } from '../helpers/fill-large-store';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { clientOf, startTestEngine } from '../helpers/safety/test-engine';

const GROUP = isFullSize ? { sales: 1_000_000, units: 20_000 } : { sales: 60_000, units: 4_000 };
const GRID_UNITS = isFullSize ? 100_000 : 10_000;
const SCROLL_MS = 5_000;
/** Screens whose figures the filter narrows, each with the view that asks the most. */
const FILTERED = [
  ['overview', '/'],
  ['inventory', '/inventory'],
  ['inventory mix', '/inventory?view=groups'],
  ['inventory ages', '/inventory?view=ages'],
  ['sales', '/sales?windowDays=365'],
  ['sales by age and turn', '/sales?view=spread&windowDays=365'],
  ['sales mix', '/sales?view=mix&windowDays=365'],
  ['sales seasons', '/sales?view=seasons'],
  ['market share', '/market'],
  ['market buyers', '/market?view=buyers&windowDays=365'],
  ['market prices', '/market?view=prices'],
  ['gaps', '/gaps'],
  ['aged units', '/aged-units'],
  ['forecast', '/forecast'],
  ['order plan', '/order-plan'],
  ['feedback', '/feedback'],
] as const;
/** Screens that show the store whole. */
const WHOLE = [
  ['forecast accuracy', '/forecast?view=accuracy'],
  ['imports', '/imports'],
  ['reports', '/reports'],
  ['learning', '/learning'],
  ['replay', '/replay'],
  ['settings', '/settings?page=window'],
] as const;

describe('window', () => {
  it('over a group of stores', async () => {
    const dataDirectory = mkdtempSync(path.join(tmpdir(), 'doso-group-'));
    const engine = await startTestEngine(dataDirectory);
    await fillLargeStore(engine.context.db, { code: 'GROUP', ...GROUP });
    await fillLargeStore(engine.context.db, { code: 'GRID', sales: 1_000, units: GRID_UNITS });
    await forecastAndPlan(engine);
    await engine.close();
    const desktop = await launchDesktopApp({ dataDirectory });
    try {
      await desktop.page.getByTestId('nav-inventory').waitFor({ timeout: 120_000 });
      await measureScreens(desktop);
      await measureVehicle(desktop);
      await measureScrolling(desktop);
      recordFigure({
        area: 'window',
        name: 'private memory of the page, group size',
        value: await privateMegabytes(desktop),
        unit: 'MB',
        most: 400,
      });
      expect(desktop.complaints).toEqual([]);
    } finally {
      await desktop.dispose();
      rmSync(dataDirectory, { recursive: true, force: true });
    }
  }, 1_800_000);
});

/** The screens that show them are measured with something to show. */
async function forecastAndPlan({ context }: Engine): Promise<void> {
  const client = clientOf({ context, close: async () => undefined });
  const scope = { storeCode: 'GROUP' };
  for (const start of [() => client.forecast.start(scope), () => client.plan.start(scope)]) {
    const { state, message } = await context.jobs.wait((await start()).jobId);
    if (state !== 'done') throw new Error(message);
  }
}

async function measureScreens({ page }: DesktopApp): Promise<void> {
  for (const [name, hash] of WHOLE) {
    await go(page, name === 'settings' ? '/imports' : '/settings');
    figure(`${name}: first content`, await msUntil(page, hash, 'main h1'), 300);
  }
  for (const [name, hash] of FILTERED) {
    await go(page, '/settings');
    const content = await msUntil(page, hash, 'main h1');
    await settle(page);
    const joint = hash.includes('?') ? '&' : '?';
    // A filter that no screen has asked for yet, so that nothing comes from memory.
    const figures = await msUntil(page, `${hash}${joint}make=Make%201`, null);
    figure(`${name}: first content`, content, 300);
    figure(`${name}: figures after a filter`, figures, 1_000);
  }
}

/** The drawer of the first unit of the grid. */
async function measureVehicle({ page }: DesktopApp): Promise<void> {
  await go(page, '/inventory');
  await page.locator('.ag-row .ag-cell').first().waitFor({ timeout: 60_000 });
  const opened = await page.evaluate(async () => {
    const start = performance.now();
    document.querySelector<HTMLElement>('.ag-row .ag-cell')?.click();
    while (!document.querySelector('[data-testid="unit-details"]') && performance.now() - start < 60_000)
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    return performance.now() - start;
  });
  figure('vehicle: first content', opened, 300);
  await page.keyboard.press('Escape');
}

function figure(name: string, value: number, most: number): void {
  recordFigure({ area: 'window', name: `${name}, group size`, value, unit: 'ms', most });
}

type Page = DesktopApp['page'];

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await settle(page);
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.waitForFunction(
    () => document.querySelector('[data-testid="loading"], .mantine-Skeleton-root') === null,
    null,
    { timeout: 120_000 },
  );
  await page.waitForTimeout(200);
}

/**
 * From the change of the address to the paint that follows: of the element named, or else of the figures, which are there
 * once every call under way has been answered and nothing says that it is loading.
 */
function msUntil(page: Page, hash: string, selector: string | null): Promise<number> {
  return page.evaluate(
    async ({ to, wanted }) => {
      const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      const isBusy = () =>
        document.querySelector('[data-testid="loading"], .mantine-Skeleton-root, [data-fetching="true"]') !==
        null;
      const before = document.querySelector('main');
      const start = performance.now();
      location.hash = to;
      for (;;) {
        await painted();
        const now = performance.now() - start;
        if (now > 60_000) return now;
        const main = document.querySelector('main');
        if (wanted) {
          if (main && main !== before && document.querySelector(wanted)) return now;
        } else if (now > 60 && !isBusy()) return now;
      }
    },
    { to: hash, wanted: selector },
  );
}

async function measureScrolling({ page }: DesktopApp): Promise<void> {
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('doso-session') ?? '{"state":{},"version":1}');
    localStorage.setItem(
      'doso-session',
      JSON.stringify({ ...kept, state: { ...kept.state, storeCode: 'GRID' } }),
    );
  });
  await page.reload();
  await page.getByTestId('nav-inventory').waitFor({ timeout: 60_000 });
  await go(page, '/inventory');
  await page.locator('.ag-row').first().waitFor({ timeout: 60_000 });
  const { tasks, frames, rows, pixels } = await page.evaluate(async (milliseconds) => {
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longTasks.push(entry.duration);
    });
    observer.observe({ type: 'longtask' });
    // Whatever the grid calls it: the part around the rows that is higher than what it shows.
    let viewport = document.querySelector('.ag-row')?.parentElement;
    while (viewport && viewport.scrollHeight <= viewport.clientHeight + 1) viewport = viewport.parentElement;
    if (!viewport) throw new Error('nothing scrolls around the rows');
    const drawnRows = new Set<string>();
    const start = performance.now();
    let drawn = 0;
    while (performance.now() - start < milliseconds) {
      viewport.scrollTop += 120;
      drawn += 1;
      await new Promise(requestAnimationFrame);
      for (const row of viewport.querySelectorAll('.ag-row[row-index]'))
        drawnRows.add(row.getAttribute('row-index') ?? '');
    }
    await new Promise((done) => setTimeout(done, 300));
    observer.disconnect();
    return { tasks: longTasks, frames: drawn, rows: drawnRows.size, pixels: viewport.scrollTop };
  }, SCROLL_MS);
  // Else nothing was measured.
  expect(pixels).toBeGreaterThan(frames * 60);
  expect(rows).toBeGreaterThan(frames);
  const scrolling = (name: string, value: number, unit: string, most?: number) =>
    recordFigure({
      area: 'window',
      name: `scrolling 100,000 rows: ${name}`,
      value,
      unit,
      ...(most !== undefined && { most }),
    });
  scrolling('longest task over 50 ms', Math.max(0, ...tasks), 'ms', 100);
  scrolling('tasks over 50 ms', tasks.length, 'tasks', 5);
  scrolling('frames', frames / (SCROLL_MS / 1000), 'a second');
  scrolling('rows drawn', rows, 'rows');
}

/** What the page's process holds alone, as the kernel counts it; elsewhere Electron's own figure. */
async function privateMegabytes({ app }: DesktopApp): Promise<number> {
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...text.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].reduce(
    (sum, [, size]) => sum + Number(size),
    0,
  );
  return kilobytes / 1024;
}
