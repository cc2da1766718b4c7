/** The main job without a mouse: load a store, see what ages, decide on the plan, sign it off, save the report. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerSaveDialog, type DesktopApp, launchDesktopApp } from '../helpers/desktop-app';

describe('the main job by keyboard alone', () => {
  let desktop: DesktopApp;
  beforeAll(async () => {
    desktop = await launchDesktopApp();
    await desktop.page.getByTestId('first-run').waitFor({ timeout: 60_000 });
  });
  afterAll(() => desktop.dispose());

  it('loads the sample store', async () => {
    const { page } = desktop;
    await tabTo(page, 'load-sample');
    await page.keyboard.press('Enter');
    await page.getByTestId('figure-units-new').waitFor({ timeout: 200_000 });
  });

  it('goes from what to do today to the units behind it, and back', async () => {
    const { page } = desktop;
    const action = page.locator('[data-testid^="action-"][href*="/inventory"]').first();
    await tabTo(page, (await action.getAttribute('data-testid')) ?? '');
    await page.keyboard.press('Enter');
    await page.getByTestId('inventory-totals').waitFor({ timeout: 30_000 });
    await page.getByTestId('clear-filters').waitFor();
    await page.keyboard.press('Control+1');
    await page.getByTestId('screen-overview').waitFor();
  });

  it('finds a unit by its stock number', async () => {
    const { page } = desktop;
    await page.keyboard.press('Control+2');
    const cell = page.locator('.ag-row[row-index="0"] [col-id="stockNumber"]').filter({ hasText: /\w/ });
    await cell.waitFor({ timeout: 30_000 });
    const stockNumber = (await cell.textContent()) ?? '';
    await page.keyboard.press('Control+k');
    await page.keyboard.type(stockNumber);
    await page.getByRole('option', { selected: true }).getByText(stockNumber).waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('unit-details').getByText(stockNumber, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('unit-details').waitFor({ state: 'detached' });
  });

  it('accepts, changes and declines lines of the plan', async () => {
    const { page } = desktop;
    await page.keyboard.press('Control+6');
    await page.getByTestId('plan-line-1').waitFor({ timeout: 200_000 });
    await tabTo(page, 'plan-line-1');
    await page.keyboard.press('a');
    await decisionOf(page, 1, 'accepted');

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('c');
    await page.getByTestId('decision-form').waitFor();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await decisionOf(page, 2, 'changed');
    expect(await page.getByTestId('plan-line-2').textContent()).toContain('7 was');

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('d');
    await page.getByTestId('decision-form').waitFor();
    await page.keyboard.type('No room before spring');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await decisionOf(page, 3, 'declined');

    await page.keyboard.press('u');
    await page.locator('[data-testid="plan-line-3"]:not([data-decision])').waitFor();
    expect(await page.getByTestId('plan-decided').textContent()).toMatch(/^2 of /);
  });

  it('signs the plan off', async () => {
    const { page } = desktop;
    await tabTo(page, 'sign-off');
    await page.keyboard.press('Enter');
    await page.getByTestId('sign-off-dialog').waitFor();
    await tabTo(page, 'sign-off-confirm');
    await page.keyboard.press('Enter');
    await page.getByTestId('sign-off').waitFor({ state: 'detached', timeout: 30_000 });
  });

  it('saves the report', async () => {
    const { app, page, dataDirectory } = desktop;
    const file = path.join(dataDirectory, 'walk.xlsx');
    await answerSaveDialog(app, file);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('report as excel');
    await page.keyboard.press('Enter');
    await page.getByTestId('notice').getByText('Report saved').waitFor({ timeout: 120_000 });
    expect(existsSync(file)).toBe(true);
  });

  it('complained of nothing in the console', () => {
    expect(desktop.complaints).toEqual([]);
  });
});

const MOST_TABS = 120;

/** Presses Tab until the element has the focus; fails when it cannot be reached. */
async function tabTo(page: Page, testId: string): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    if (focused === testId) return;
  }
  throw new Error(`${testId} cannot be reached by Tab`);
}

async function decisionOf(page: Page, line: number, decision: string): Promise<void> {
  await page
    .locator(`[data-testid="plan-line-${line}"][data-decision="${decision}"]`)
    .waitFor({ timeout: 30_000 });
}
