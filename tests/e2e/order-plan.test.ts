/** Plan, try out, decide, sign off and order in the real window, then what to get and what to let go. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerSaveDialog,
  type DesktopApp,
  launchDesktopApp,
  photograph,
  resizeWindow,
} from '../helpers/desktop-app';
import { startLanguageModel } from '../helpers/fake-language-model';

describe('the order plan in the window', () => {
  let desktop: DesktopApp;
  beforeAll(async () => {
    desktop = await launchDesktopApp();
    await desktop.page.getByTestId('load-sample').click({ timeout: 60_000 });
    await desktop.page.getByTestId('figure-units-new').waitFor({ timeout: 200_000 });
    await desktop.page.getByTestId('nav-order-plan').click();
    await desktop.page.getByTestId('plan-line-1').waitFor({ timeout: 200_000 });
  });
  afterAll(() => desktop.dispose());

  it('shows the rows behind a line', async () => {
    const { page } = desktop;
    await page.getByTestId('plan-why-1').click();
    await page.getByTestId('plan-line-details').waitFor();
    await photograph(page, 'order-plan-why-light-1280');
    await page.getByTestId('plan-line-evidence').click();
    await page.getByTestId('line-evidence').getByRole('cell').first().waitFor();
    await page.waitForTimeout(400);
    await photograph(page, 'order-plan-evidence-light-1280');
    await page.keyboard.press('Escape');
  });

  it('answers a moved limit with an estimate, then exactly', async () => {
    const { page } = desktop;
    const planned = Number(await page.getByTestId('plan-units').textContent());
    await page.getByTestId('tab-limits').click();
    const slider = page.getByTestId('what-if-places').getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    const answer = page.getByTestId('what-if-answer');
    await answer.getByText('Exact').waitFor({ timeout: 30_000 });
    expect(planned).toBeGreaterThan(5);
    expect(await answer.textContent()).toContain('5 units');
    await page.getByTestId('what-if-changes').waitFor();
    await photograph(page, 'order-plan-limits-light-1280');
  });

  it('keeps a limit with the store and takes it into the next plan', async () => {
    const { page } = desktop;
    await page.getByTestId('kept-limit-add').click();
    await page.getByTestId('kept-limit-models').fill('Corvette');
    await page.getByTestId('kept-limit-save').click();
    await page.getByTestId('kept-limits').getByText('Stock at least 1: Corvette').waitFor();
    await page.getByTestId('what-if-make').click();
    await page.getByTestId('tab-plan').click();
    await page
      .getByTestId('plan-limits')
      .getByText('Stock at least 1: Corvette')
      .waitFor({ timeout: 120_000 });
    expect(await page.getByTestId('plan-units').textContent()).toBe('5');
  });

  it('maps value against days to turn', async () => {
    const { page } = desktop;
    await page.getByTestId('tab-map').click();
    await page.locator('.js-plotly-plot .point').first().waitFor({ timeout: 30_000 });
    await photograph(page, 'order-plan-map-light-1280');
    await page.getByTestId('tab-plan').click();
  });

  it('is put into plain words by a model that is switched on, after what would be sent was read', async () => {
    const { page } = desktop;
    const model = await startLanguageModel();
    try {
      expect(await page.getByTestId('explain-plan').count()).toBe(0);
      await page.getByTestId('nav-settings').click();
      await page.getByTestId('settings-page-assistant').click();
      await page.getByTestId('assistant-address').fill(model.address);
      await page.getByTestId('assistant-model').fill('small');
      await page.getByTestId('assistant-key').fill('sk-of-the-window-0123456789');
      await page.getByTestId('assistant-save').click();
      await page.getByTestId('assistant-key-state').getByText('A key is stored').waitFor();
      await page.getByTestId('assistant-on').click();
      await photograph(page, 'settings-assistant-light-1280');
      await page.getByTestId('nav-order-plan').click();
      await page.getByTestId('explain-plan').click();
      const shown = JSON.parse(await page.getByTestId('explain-body').inputValue());
      expect(model.requests).toEqual([]);
      model.reply = { text: 'Order 123456789 units.' };
      await page.getByTestId('explain-send').click();
      await page.getByTestId('explain-failure').getByText('thrown away').waitFor();
      model.reply = { text: 'The order is held back by its limits.' };
      await page.getByTestId('explain-send').click();
      await page.getByTestId('explanation').getByText('held back by its limits').waitFor();
      await photograph(page, 'order-plan-explained-light-1280');
      expect(JSON.parse(model.requests[1]?.body ?? '')).toEqual(shown);
      expect(model.requests[1]?.headers.authorization).toBe('Bearer sk-of-the-window-0123456789');
      await page.keyboard.press('Escape');
    } finally {
      await model.close();
    }
  });

  it('signs the plan off, closes it, and saves the order sheet of the same units', async () => {
    const { app, page, dataDirectory } = desktop;
    await page.getByTestId('sign-off').click();
    await photograph(page, 'order-plan-sign-off-light-1280');
    await page.getByTestId('sign-off-confirm').click();
    await page.getByTestId('sign-off').waitFor({ state: 'detached' });
    expect(await page.getByTestId('undo-1').isEnabled()).toBe(false);
    const file = path.join(dataDirectory, 'order.csv');
    await answerSaveDialog(app, file);
    await page.getByTestId('order-sheet').click();
    await page.getByRole('menuitem', { name: 'CSV…' }).click();
    await page.getByText('Order sheet saved').waitFor({ timeout: 30_000 });
    expect(existsSync(file)).toBe(true);
    const rows = readFileSync(file, 'utf8').trim().split('\r\n').slice(1);
    expect(rows.reduce((sum, row) => sum + Number(row.split(',')[1]), 0)).toBe(5);
  });

  it('shows gaps and aged units, in light and dark', async () => {
    const { app, page } = desktop;
    for (const size of [
      { width: 1280, height: 800 },
      { width: 1920, height: 1080 },
    ]) {
      await resizeWindow(app, size.width, size.height);
      for (const scheme of ['light', 'dark']) {
        for (const screen of ['gaps', 'aged-units', 'order-plan']) {
          await page.getByTestId(`nav-${screen}`).click();
          const ready = screen === 'order-plan' ? 'plan-line-1' : `${screen}-table`;
          await page.getByTestId(ready).waitFor({ timeout: 30_000 });
          await page.waitForTimeout(300);
          await photograph(page, `${screen}-${scheme}-${size.width}`);
          if (screen !== 'order-plan') continue;
          await page.getByTestId('tab-limits').click();
          await page.getByTestId('kept-limits').waitFor();
          await page.waitForTimeout(300);
          await photograph(page, `order-plan-limits-${scheme}-${size.width}`);
        }
        await page.getByTestId('toggle-theme').click();
      }
    }
    await page.getByTestId('nav-aged-units').click();
    await page.getByTestId('aged-units-table').getByRole('row').nth(1).click();
    await page.getByTestId('aged-unit-details').waitFor();
    await page.waitForTimeout(400);
    await photograph(page, 'aged-unit-drawer-light-1920');
  });

  it('orders as the store says its make takes orders, and tries near-equal builds once it is allowed to', async () => {
    const { app, page } = desktop;
    await page.keyboard.press('Escape');
    await resizeWindow(app, 1280, 800);
    await page.getByTestId('nav-settings').click();
    await page.getByTestId('settings-page-store').click();
    const opening = page.getByTestId('ordering-Chevrolet-firstOn');
    const known = await opening.inputValue();
    await opening.fill('soon');
    expect(await page.getByTestId('ordering-save-Chevrolet').isEnabled()).toBe(false);
    await opening.fill(known);
    await page.getByTestId('ordering-Chevrolet-stockPriority').fill('45');
    await page.getByTestId('ordering-save-Chevrolet').click();
    await page.getByTestId('ordering').getByText('changed by you').waitFor({ timeout: 30_000 });
    await photograph(page, 'settings-ordering-light-1280');

    await page.getByTestId('nav-learning').click();
    await page.getByTestId('exploration').getByText('Gain shown').waitFor({ timeout: 30_000 });
    expect(await page.getByTestId('exploration-draws').count()).toBe(0);
    await page.getByTestId('exploration-switch').click();
    await page.getByTestId('notice').getByText('Plans try near-equal builds').waitFor({ timeout: 30_000 });

    await page.getByTestId('nav-order-plan').click();
    await page.getByTestId('plan-make').click();
    await page.getByTestId('sign-off').waitFor({ timeout: 120_000 });
    await page.getByTestId('plan-why-1').click();
    await page.getByTestId('plan-line-details').getByText('with priority 45').waitFor({ timeout: 30_000 });
    await page.getByTestId('nav-learning').click();
    const draws = page.getByTestId('exploration-draws').getByRole('row');
    await draws.nth(1).waitFor({ timeout: 30_000 });
    expect(await draws.nth(1).textContent()).toMatch(/\d %|\d%/);
    await page.getByTestId('exploration-draws').scrollIntoViewIfNeeded();
    await photograph(page, 'learning-draws-light-1280');
    // Off again at any time; what was drawn stays on record.
    await page.getByTestId('exploration-switch').click();
    await page.getByTestId('notice').getByText('Plans order the best alone').waitFor({ timeout: 30_000 });
    expect(await draws.count()).toBeGreaterThan(1);
  });

  it('complained of nothing in the console', () => {
    expect(desktop.complaints).toEqual([]);
  });
});
