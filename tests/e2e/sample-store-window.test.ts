/**
 * The window over the sample store: the rows behind every figure of the Overview add up to it, every chart can be seen
 * as a table, copied and saved, columns are put in order with the mouse, and nothing typed is lost with the engine.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bridgeName, type DesktopBridge } from '@shared/contract/desktop-bridge';
import type { Overview } from '@shared/contract/overview';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DesktopApp, engineProcessId, launchDesktopApp } from '../helpers/desktop-app';
import { addresses, settle } from '../helpers/walk-screens';

let desktop: DesktopApp;
let overview: Overview;

beforeAll(async () => {
  desktop = await launchDesktopApp();
  const { page } = desktop;
  await page.getByTestId('load-sample').click({ timeout: 60_000 });
  await page.getByTestId('figure-units-new').waitFor({ timeout: 200_000 });
  await page.getByTestId('nav-order-plan').click();
  await page.getByTestId('plan-line-1').waitFor({ timeout: 200_000 });
  await openOverview();
  const saved = await page.evaluate(() => localStorage.getItem('doso-overview'));
  overview = JSON.parse(saved ?? '') as Overview;
});
afterAll(() => desktop.dispose());

const openOverview = async () => {
  const { page } = desktop;
  await page.getByTestId('nav-overview').click();
  await page.getByTestId('figure-units-new').waitFor();
  await settle(page);
};

/** Opens what is behind a figure and says what stands above its rows: `[97, 4123456]` are 97 rows and $4,123,456. */
const openRows = async (open: () => Promise<void>, totals: string): Promise<number[]> => {
  await openOverview();
  await open();
  const text = await desktop.page.getByTestId(totals).innerText({ timeout: 30_000 });
  return text.split('·').map((part) => Number(part.replace(/[^\d.-]/g, '')));
};
const figure = (name: string) => () => desktop.page.getByTestId(`figure-${name}`).click();
const dollars = (cents: number | null | undefined) => Math.round((cents ?? Number.NaN) / 100);

describe.each(['new', 'used'] as const)('the rows behind a figure, %s', (condition) => {
  const stock = () => ofCondition(overview.inventory, condition);
  const sales = () => ofCondition(overview.sales, condition);

  it('are the units, and the money, that are counted on the ground', async () => {
    const { unitsInStock, stockCost, availableUnits, medianAge, agedUnits } = stock();
    const here = [unitsInStock.value, dollars(stockCost.value)];
    expect(await openRows(figure(`units-${condition}`), 'inventory-totals')).toEqual(here);
    expect(await openRows(figure(`stock-value-${condition}`), 'inventory-totals')).toEqual(here);
    expect(await openRows(figure(`median-age-${condition}`), 'inventory-totals')).toEqual(here);
    expect(medianAge.sampleSize).toBe(here[0]);
    const available = await openRows(figure(`available-${condition}`), 'inventory-totals');
    expect(available[0]).toBe(availableUnits.value);
    const supply = await openRows(figure(`days-supply-${condition}`), 'inventory-totals');
    expect(supply[0]).toBe(availableUnits.value);
    const aged = await openRows(figure(`aged-${condition}`), 'inventory-totals');
    expect(aged[0]).toBe(agedUnits.value);
  });

  it('are the groups whose holding cost adds up', async () => {
    const { page } = desktop;
    await openOverview();
    await figure(`holding-${condition}`)();
    const cells = page.getByTestId('stock-groups').locator('tbody td:last-child');
    await cells.first().waitFor();
    const costs = (await cells.allInnerTexts()).map((text) => Number(text.replace(/[^\d.-]/g, '')));
    const sum = costs.reduce((total, cost) => total + cost, 0);
    // Each row is written in whole dollars, at most half a dollar off.
    expect(Math.abs(sum - (stock().holdingCostPerDay.value ?? 0) / 100)).toBeLessThanOrEqual(
      costs.length / 2 + 0.5,
    );
  });

  it('are the deals that were counted', async () => {
    const { unitsSold, totalGross, totalGrossPerUnit, monthToDate, monthUnderWay } = sales();
    const sold = [unitsSold.value, dollars(totalGross.value), dollars(totalGrossPerUnit.value)];
    expect(await openRows(figure(`sold-${condition}`), 'deals-totals')).toEqual(sold);
    expect(await openRows(figure(`gross-${condition}`), 'deals-totals')).toEqual(sold);
    const { turnFlow } = stock();
    expect((await openRows(figure(`turn-${condition}`), 'deals-totals'))[0]).toBe(turnFlow.sampleSize);
    const soFar = () => desktop.page.getByTestId(`month-so-far-${condition}`).click();
    expect((await openRows(soFar, 'deals-totals'))[0]).toBe(monthToDate.value);
    expect((await openRows(figure(`month-${condition}`), 'deals-totals'))[0]).toBe(monthToDate.value);
    const lastYear = () => desktop.page.getByTestId(`month-last-year-${condition}`).click();
    expect((await openRows(lastYear, 'deals-totals'))[0]).toBe(monthUnderWay.unitsYearBefore);
  });
});

describe('the rows behind a line of the Overview', () => {
  const line = (card: string, index: number) => () =>
    desktop.page
      .getByTestId(card)
      .locator('tbody tr')
      .nth(index)
      .click({ position: { x: 12, y: 8 } });

  it('are the units of a model against its target', async () => {
    await openOverview();
    const cells = await desktop.page
      .getByTestId('supply-card')
      .locator('tbody tr')
      .first()
      .locator('td')
      .allInnerTexts();
    expect((await openRows(line('supply-card', 0), 'inventory-totals'))[0]).toBe(Number(cells[1]));
  });

  it('are the deals of a model in the last seven days', async () => {
    const [first] = overview.soldLately;
    expect((await openRows(line('sold-card', 0), 'deals-totals')).slice(0, 2)).toEqual([
      first?.units,
      dollars(first?.totalGrossCents),
    ]);
  });

  it('are the deals of ninety days behind what a sold-out model lost, and its orders', async () => {
    const [first] = overview.missed;
    const link = (index: number) => () =>
      desktop.page.getByTestId('missed-card').locator('tbody tr').first().locator('a').nth(index).click();
    const [deals] = await openRows(link(0), 'deals-totals');
    expect(deals).toBe(Math.round((first?.unitsAMonth ?? Number.NaN) * 3));
  });

  it('are the units of a bar of the ageing chart, by keyboard', async () => {
    const { page } = desktop;
    await openOverview();
    await page.getByTestId('chart-toggle-ageing').click();
    const buckets = overview.inventory.flatMap(({ ageBuckets }) => ageBuckets);
    const index = buckets.findIndex(({ units }) => units > 0);
    await page.getByTestId('chart-ageing').locator('tbody tr').nth(index).focus();
    await page.keyboard.press('Enter');
    const text = await page.getByTestId('inventory-totals').innerText();
    expect(Number(text.split(' ')[0])).toBe(buckets[index]?.units);
  });

  it('are the weeks of what is on its way', async () => {
    const { page } = desktop;
    await openOverview();
    await page.getByTestId('chart-toggle-incoming').click();
    await page.getByTestId('chart-incoming').locator('tbody tr').first().click();
    const all = overview.incoming.reduce((sum, { units }) => sum + units, 0);
    await page.getByTestId('chart-incoming-weeks').getByText(`${all} units`).first().waitFor();
  });

  it('are the screens that an action speaks of', async () => {
    for (const { id, target, title } of overview.actions) {
      await openOverview();
      await desktop.page.getByTestId(`action-${id}`).click();
      await desktop.page.getByTestId(`screen-${target.screen}`).waitFor();
      const aged = /^Move (\d+) /.exec(title)?.[1];
      if (!aged) continue;
      const text = await desktop.page.getByTestId('inventory-totals').innerText();
      expect(text.split(' ')[0], title).toBe(aged);
    }
  });
});

describe('every chart of every screen', () => {
  /** An icon is narrower than any drawing. */
  const DRAWINGS = '.js-plotly-plot, main svg[role="img"], [data-testid^="heat-"]';

  it('has its table, its copy and its picture', async () => {
    const { page } = desktop;
    const seen = new Set<string>();
    for (const address of addresses) {
      await page.evaluate((to) => {
        location.hash = to;
      }, address);
      await settle(page);
      const loose = await page.evaluate(
        (drawings) =>
          [...document.querySelectorAll(drawings)].filter(
            (drawing) => drawing.clientWidth > 100 && !drawing.closest('[data-testid^="chart-"]'),
          ).length,
        DRAWINGS,
      );
      expect(loose, address).toBe(0);
      for (const toggle of await page.locator('[data-testid^="chart-toggle-"]').all()) {
        const name = ((await toggle.getAttribute('data-testid')) ?? '').replace('chart-toggle-', '');
        seen.add(name);
        const chart = page.getByTestId(`chart-${name}`);
        expect(await page.getByTestId(`chart-picture-${name}`).count(), name).toBe(1);
        expect(await chart.getByRole('button', { name: 'Copy the table' }).count(), name).toBe(1);
        await toggle.click();
        expect(await chart.locator('tbody tr').count(), name).toBeGreaterThan(0);
        await toggle.click();
      }
    }
    expect([...seen]).toEqual(
      expect.arrayContaining(['ageing', 'ages-new', 'ages-used', 'buyers', 'plan-map']),
    );
    expect(desktop.complaints).toEqual([]);
  }, 120_000);

  it('is saved as a picture and copied as text', async () => {
    const { app, page, dataDirectory } = desktop;
    const folder = path.join(dataDirectory, 'pictures');
    mkdirSync(folder, { recursive: true });
    await app.evaluate(({ session }, to) => {
      session.defaultSession.on('will-download', (_event, item) =>
        item.setSavePath(`${to}/${item.getFilename()}`),
      );
    }, folder);
    for (const [address, name] of [
      ['/inventory?view=ages', 'ages-new'],
      ['/market?view=buyers', 'buyers'],
      ['/', 'sales'],
    ] as const) {
      await page.evaluate((to) => {
        location.hash = to;
      }, address);
      await settle(page);
      await page.getByTestId(`chart-picture-${name}`).click();
      const file = path.join(folder, `doso-${name}.png`);
      await expect
        .poll(() => existsSync(file) && readFileSync(file).length, { timeout: 20_000 })
        .toBeGreaterThan(4_000);
      expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
    }
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        Object.assign(globalThis, { copiedText: text });
      };
    });
    await page.getByTestId('chart-sales').getByRole('button', { name: 'Copy the table' }).click();
    const copied = await page.evaluate(() => (globalThis as { copiedText?: string }).copiedText ?? '');
    expect(copied.split('\n')[0]).toBe('Month\tNew\tUsed');
  });
});

describe('news on the desktop', () => {
  /** The system's own notification cannot be seen here; what main asks of it, and what a click on it does, can. */
  it('is shown by the system with its words, and brings the window forward', async () => {
    const { app, page } = desktop;
    await app.evaluate(({ BrowserWindow, Notification }) => {
      const seen = { shown: [] as string[], focused: 0 };
      Object.assign(globalThis, { seen });
      Notification.isSupported = () => true;
      Notification.prototype.show = function show(this: Electron.Notification) {
        seen.shown.push(`${this.title}: ${this.body}`);
        this.emit('click');
      };
      BrowserWindow.prototype.focus = () => {
        seen.focused += 1;
      };
    });
    await page.evaluate((name) => {
      const bridge = (window as never as Record<string, DesktopBridge>)[name];
      bridge?.showNotification({ title: 'x'.repeat(201), body: 'longer than any title' });
      bridge?.showNotification({ title: 'Forecast ready', body: '97 series' });
    }, bridgeName);
    await expect
      .poll(() => app.evaluate(() => (globalThis as never as { seen: object }).seen))
      .toEqual({ shown: ['Forecast ready: 97 series'], focused: 1 });
  });
});

describe('columns', () => {
  const heads = () =>
    desktop.page
      .getByTestId('unit-grid')
      .locator('.ag-header-viewport .ag-header-cell')
      .evaluateAll((cells) =>
        cells
          .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
          .map((cell) => cell.getAttribute('col-id')),
      );
  const openList = async () => {
    await desktop.page.getByTestId('nav-inventory').click();
    await desktop.page.getByTestId('unit-grid').locator('.ag-row').first().waitFor();
  };

  it('are put in another order with the mouse, and are still so after a restart', async () => {
    await openList();
    const before = await heads();
    const { page } = desktop;
    const head = (column: string) =>
      page.getByTestId('unit-grid').locator(`.ag-header-cell[col-id="${column}"]`);
    const [from, to] = [await head('ageDays').boundingBox(), await head('condition').boundingBox()];
    if (!from || !to) throw new Error('the columns are not in view');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
    await page.mouse.move(to.x + 4, to.y + to.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await heads()).indexOf('ageDays')).toBe(before.indexOf('condition'));
    const after = await heads();
    const { dataDirectory } = desktop;
    await desktop.close();
    desktop = await launchDesktopApp({ dataDirectory });
    await desktop.page.getByTestId('figure-units-new').waitFor({ timeout: 60_000 });
    await openList();
    expect(await heads()).toEqual(after);
  });
});

describe('what is typed while the engine dies', () => {
  /** Disabled and not loading: there is nothing left to save. */
  const isSaved = async (saveId: string): Promise<boolean> => {
    const save = desktop.page.getByTestId(saveId);
    if (!(await save.isVisible())) return true;
    return (await save.isDisabled()) && (await save.getAttribute('data-loading')) === null;
  };
  /** Saves while the engine is stopped, kills it with the answer outstanding, and saves again once told to. */
  const saveAcrossDeath = async (saveId: string, typed: () => Promise<unknown>): Promise<void> => {
    const { app, page } = desktop;
    const wanted = await typed();
    const gone = await engineProcessId(app);
    process.kill(gone, 'SIGSTOP');
    await page.getByTestId(saveId).click();
    process.kill(gone, 'SIGKILL');
    await page.getByTestId('notice').getByText('Your saved data is intact. Try again.').first().waitFor();
    expect(await typed()).toEqual(wanted);
    await page.getByTestId(saveId).click();
    const retry = page.getByTestId('notice').getByRole('button', { name: 'Try again' });
    const isSettled = async () => (await retry.isVisible()) || isSaved(saveId);
    await expect.poll(isSettled, { timeout: 60_000 }).toBe(true);
    if (await isSaved(saveId)) return;
    // The third death within a minute: it is started again from the notice, which no dialog covers.
    await retry.click();
    await page.getByTestId(saveId).click();
    await expect.poll(() => isSaved(saveId), { timeout: 60_000 }).toBe(true);
  };
  const go = (address: string) =>
    desktop.page.evaluate((to) => {
      location.hash = to;
    }, address);
  const valuesOf = (ids: readonly string[]) => () =>
    Promise.all(ids.map((id) => desktop.page.getByTestId(id).inputValue()));

  it('stays in the settings when the engine gives up, and is kept after trying again', async () => {
    const { app, page } = desktop;
    await go('/settings?page=store');
    await page.getByTestId('setting-lotPlaces').fill('177');
    const retry = page.getByTestId('failure-retry');
    // The third death within a minute is the last that it rises from by itself.
    for (let death = 0; death < 3; death++) {
      const gone = await engineProcessId(app);
      process.kill(gone, 'SIGKILL');
      const isOver = async () =>
        (await retry.isVisible()) || (await engineProcessId(app).catch(() => gone)) !== gone;
      await expect.poll(isOver, { timeout: 60_000 }).toBe(true);
      if (await retry.isVisible()) break;
    }
    await retry.click();
    await retry.waitFor({ state: 'detached', timeout: 60_000 });
    expect(await page.getByTestId('setting-lotPlaces').inputValue()).toBe('177');
    await page.getByTestId('settings-save').click();
    await expect.poll(() => isSaved('settings-save'), { timeout: 60_000 }).toBe(true);
    expect(await page.getByTestId('setting-lotPlaces').inputValue()).toBe('177');
  });

  it('stays in the log of lost sales, and is kept', async () => {
    const { page } = desktop;
    await go('/sales?view=lost');
    await page.getByTestId('add-lost-sale').first().click();
    await page.getByTestId('lost-make').fill('Kia');
    await page.getByTestId('lost-model').fill('Telluride');
    await saveAcrossDeath('lost-save', valuesOf(['lost-make', 'lost-model']));
    await page.getByTestId('screen-sales').getByText('Telluride').first().waitFor();
  });

  it('stays in an adjustment of the forecast, and is kept', async () => {
    const { page } = desktop;
    await go('/forecast?tab=adjust');
    await page.getByTestId('adjust-amount').fill('7');
    await page.getByTestId('adjust-reason').fill('the plant next door hires');
    await saveAcrossDeath('adjust-save', valuesOf(['adjust-amount', 'adjust-reason']));
    await page.getByText('the plant next door hires').first().waitFor();
  });

  it('stays in a decision with its reason, and is kept', async () => {
    const { page } = desktop;
    await go('/order-plan');
    await page.getByTestId('plan-line-1').waitFor();
    await page.getByTestId('plan-line-1').focus();
    await page.keyboard.press('d');
    await page.getByTestId('decision-reason').fill('the color does not sell here');
    await saveAcrossDeath('decision-save', valuesOf(['decision-reason']));
    await page.getByTestId('plan-line-1').getByText('Declined').first().waitFor();
  });
});

function ofCondition<Row extends { condition: string }>(rows: readonly Row[], condition: string): Row {
  const row = rows.find((one) => one.condition === condition);
  if (!row) throw new Error(`nothing of ${condition}`);
  return row;
}
