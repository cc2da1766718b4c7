/** The frame around the screens: the filter, views, news, help, shortcuts, undo, and the Overview's own layout. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DesktopApp, launchDesktopApp, photograph } from '../helpers/desktop-app';

describe('the shell', () => {
  let desktop: DesktopApp;
  const count = async (page: Page, id: string) =>
    Number((await page.getByTestId(id).textContent())?.replace(/\D/g, ''));
  beforeAll(async () => {
    desktop = await launchDesktopApp();
    await desktop.page.getByTestId('load-sample').click({ timeout: 60_000 });
    await desktop.page.getByTestId('figure-units-new').waitFor({ timeout: 200_000 });
  });
  afterAll(() => desktop.dispose());

  it('tells of the import, the forecast and what is about to age', async () => {
    const { page } = desktop;
    await page.locator('[data-testid="news"]:not([data-unread="0"])').waitFor({ timeout: 30_000 });
    await page.getByTestId('news').click();
    await photograph(page, 'news');
    await page.getByRole('button', { name: 'Mark all read' }).click();
    await page.locator('[data-testid="news"][data-unread="0"]').waitFor();
    await page.keyboard.press('Escape');
  });

  it('narrows every screen by one filter, kept in the address', async () => {
    const { page } = desktop;
    const all = await count(page, 'figure-units-new');
    await page.getByTestId('filter-model').click();
    await page.getByRole('option').first().click();
    await expect.poll(() => count(page, 'figure-units-new')).toBeLessThan(all);
    expect(page.url()).toContain('model=');
    await page.getByTestId('nav-inventory').click();
    await page.getByTestId('inventory-totals').waitFor();
    await page.getByTestId('clear-filters').waitFor();
    expect(page.url()).toContain('model=');
    await photograph(page, 'filtered-inventory');
  });

  it('saves a view, opens it again by its name, and takes its deletion back', async () => {
    const { page } = desktop;
    await page.getByTestId('views').click();
    await page.getByTestId('view-name').fill('One model');
    await page.getByTestId('save-view').click();
    await page.getByTestId('open-view').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('clear-filters').click();
    await page.getByTestId('nav-sales').click();
    await page.getByTestId('screen-sales').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('One model');
    await page.keyboard.press('Enter');
    await page.getByTestId('screen-inventory').waitFor();
    expect(page.url()).toContain('model=');
    await page.getByTestId('views').click();
    await page.getByRole('button', { name: 'Delete the view One model' }).click();
    await page.getByTestId('open-view').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByTestId('screen-inventory').focus();
    await page.keyboard.press('Control+z');
    await page.getByTestId('views').click();
    await page.getByTestId('open-view').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('clear-filters').click();
  });

  it('goes back and forward by key', async () => {
    const { page } = desktop;
    await page.getByTestId('nav-gaps').click();
    await page.getByTestId('screen-gaps').waitFor();
    expect(await page.getByTestId('forward').isEnabled()).toBe(false);
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByTestId('screen-inventory').waitFor();
    expect(await page.getByTestId('forward').isEnabled()).toBe(true);
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByTestId('screen-gaps').waitFor();
    expect(await page.getByTestId('forward').isEnabled()).toBe(false);
  });

  it('explains the figures of the screen and lists the keys', async () => {
    const { page } = desktop;
    await page.keyboard.press('F1');
    await page.getByTestId('help-panel').getByText('Days supply', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('help-panel').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByTestId('shortcuts-sheet').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('shortcuts-sheet').waitFor({ state: 'detached' });
  });

  it('arranges the Overview by keyboard, keeps it, and undoes it', async () => {
    const { page } = desktop;
    const cards = () =>
      page
        .locator('[data-testid^="card-"]')
        .evaluateAll((all) => all.map((card) => card.getAttribute('data-testid')));
    await page.getByTestId('nav-overview').click();
    await page.getByTestId('card-units').waitFor();
    const before = await cards();
    await page.getByTestId('arrange').click();
    await page.getByTestId('arrange-units').focus();
    await page.keyboard.press('ArrowRight');
    expect((await cards()).slice(0, 2)).toEqual([before[1], before[0]]);
    await page.keyboard.press('Shift+ArrowRight');
    expect(await page.getByTestId('arrange-units').getAttribute('aria-label')).toContain('4 of 12 wide');
    await page.keyboard.press('Delete');
    expect(await cards()).not.toContain('card-units');
    await photograph(page, 'overview-arranging');
    await page.getByTestId('arrange-done').click();
    await page.getByTestId('nav-sales').click();
    await page.getByTestId('nav-overview').click();
    await page.getByTestId('card-stock-value').waitFor();
    expect(await cards()).not.toContain('card-units');
    for (let undone = 0; undone < 3; undone++) await page.keyboard.press('Control+z');
    expect(await cards()).toEqual(before);
  });

  it('moves and resizes a card by mouse', async () => {
    const { page } = desktop;
    await page.getByTestId('arrange').click();
    await page.getByTestId('arrange-turn').dragTo(page.getByTestId('arrange-units'));
    const first = page.locator('[data-testid^="card-"]').first();
    await expect.poll(() => first.getAttribute('data-testid')).toBe('card-turn');
    const box = await page.getByTestId('resize-turn').boundingBox();
    if (!box) throw new Error('no handle');
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 290, box.y + 8, { steps: 4 });
    await page.mouse.up();
    expect(await page.getByTestId('arrange-turn').getAttribute('aria-label')).toContain('6 of 12 wide');
    await page.getByRole('button', { name: 'Standard layout' }).click();
    await page.getByTestId('arrange-done').click();
  });

  it('complains of nothing', () => {
    expect(desktop.complaints).toEqual([]);
  });
});
