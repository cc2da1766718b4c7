/** Access for everyone: axe on every screen, nothing that moves by itself, zoom, narrow windows, motion, contrast. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DesktopApp, launchDesktopApp, photograph, resizeWindow } from '../helpers/desktop-app';
import {
  findAccessFaults,
  findOverflow,
  takeLayoutShift,
  watchLayoutShift,
} from '../helpers/find-access-faults';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
const MOST_SHIFT = 0.1;

describe('access', () => {
  let desktop: DesktopApp;
  beforeAll(async () => {
    desktop = await launchDesktopApp();
    await desktop.page.getByTestId('first-run').waitFor({ timeout: 60_000 });
    await watchLayoutShift(desktop.page);
  });
  afterAll(() => desktop.dispose());

  const screens = () =>
    desktop.page
      .locator('nav [data-testid^="nav-"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('data-testid') ?? ''));
  const settle = async () => {
    const { page } = desktop;
    await page.getByTestId('loading').first().waitFor({ state: 'detached', timeout: 60_000 });
    await page.waitForTimeout(200);
  };
  const chooseScheme = async (scheme: 'light' | 'dark') => {
    const { page } = desktop;
    const shown = await page.evaluate(() =>
      document.documentElement.getAttribute('data-mantine-color-scheme'),
    );
    if (shown !== scheme) await page.getByTestId('toggle-theme').click();
  };

  /** Faults of every screen, at the sizes given in both schemes. */
  const walk = async (sizes: readonly (typeof SIZES)[number][]): Promise<string[]> => {
    const { app, page } = desktop;
    const faults: string[] = [];
    for (const size of sizes) {
      await resizeWindow(app, size.width, size.height);
      for (const scheme of SCHEMES) {
        await chooseScheme(scheme);
        await settle();
        // What moves while the window is resized is asked for.
        await takeLayoutShift(page);
        for (const screen of await screens()) {
          await page.getByTestId(screen).click();
          await settle();
          const where = `${screen}, ${scheme}, ${size.width}`;
          const { score, moved } = await takeLayoutShift(page);
          if (score > MOST_SHIFT) faults.push(`${where}: moved by ${score}: ${moved.join('; ')}`);
          for (const fault of await findAccessFaults(page)) faults.push(`${where}: ${fault}`);
        }
      }
    }
    await chooseScheme('light');
    await resizeWindow(app, 1280, 800);
    return faults;
  };

  it('finds nothing serious with no data', async () => {
    // Most screens show the same first run, at whatever size.
    expect(await walk(SIZES.slice(0, 1))).toEqual([]);
  }, 240_000);

  it('finds nothing serious with the sample store', async () => {
    const { page } = desktop;
    await page.getByTestId('nav-overview').click();
    await page.getByTestId('load-sample').click();
    await page.getByTestId('figure-units-new').waitFor({ timeout: 200_000 });
    await page.getByTestId('nav-order-plan').click();
    await page.getByTestId('plan-line-1').waitFor({ timeout: 200_000 });
    expect(await walk(SIZES)).toEqual([]);
  }, 480_000);

  it('finds nothing serious in what opens over a screen', async () => {
    const { page } = desktop;
    const faults: string[] = [];
    const note = async (where: string) => {
      await page.waitForTimeout(300);
      for (const fault of await findAccessFaults(page)) faults.push(`${where}: ${fault}`);
      await page.keyboard.press('Escape');
      await page.waitForTimeout(250);
    };
    for (const scheme of SCHEMES) {
      await chooseScheme(scheme);
      await page.keyboard.press('Control+k');
      await page.getByTestId('command-palette').waitFor();
      await note(`palette, ${scheme}`);
      await page.getByTestId('nav-overview').click();
      for (const [key, opened] of [
        ['F1', 'help-panel'],
        ['?', 'shortcuts-sheet'],
      ] as const) {
        await page.keyboard.press(key);
        await page.getByTestId(opened).waitFor();
        await note(`${opened}, ${scheme}`);
      }
      for (const menu of ['news', 'views']) {
        await page.getByTestId(menu).click();
        await page.getByTestId(`${menu}-menu`).waitFor();
        await note(`${menu}, ${scheme}`);
      }
      await page.getByTestId('arrange').click();
      await note(`arranging, ${scheme}`);
      await page.getByTestId('arrange-done').click();
      await page.getByTestId('nav-imports').click();
      await page.getByTestId('watch-set').click();
      await page.getByTestId('watch-form').waitFor();
      await note(`watched folder, ${scheme}`);
      await page.getByTestId('import-history').locator('tbody tr').first().click();
      await page.getByTestId('import-problems').waitFor();
      await note(`import, ${scheme}`);
    }
    await chooseScheme('light');
    expect(faults).toEqual([]);
  }, 120_000);

  it('can be used at 200 % and in a window 1024 wide', async () => {
    const { app, page } = desktop;
    const faults: string[] = [];
    const lookAtAll = async (where: string) => {
      for (const screen of await screens()) {
        await page.getByTestId(screen).click();
        await settle();
        for (const part of await findOverflow(page)) faults.push(`${screen}, ${where}: ${part}`);
        await photograph(page, `${screen.replace('nav-', '')}-${where}`);
      }
    };
    await resizeWindow(app, 1024, 768);
    await lookAtAll('1024');
    await resizeWindow(app, 1280, 800);
    await zoom(2);
    await lookAtAll('zoomed');
    await zoom(1);
    expect(faults).toEqual([]);
  }, 120_000);

  const zoom = (factor: number) =>
    desktop.app.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted);
    }, factor);

  it('has a high contrast that axe finds nothing serious in either', async () => {
    const { page } = desktop;
    const faults: string[] = [];
    await page.getByTestId('nav-settings').click();
    await page.evaluate(() => document.documentElement.setAttribute('data-contrast', 'high'));
    for (const scheme of SCHEMES) {
      await chooseScheme(scheme);
      for (const screen of ['nav-overview', 'nav-order-plan', 'nav-imports']) {
        await page.getByTestId(screen).click();
        await settle();
        for (const fault of await findAccessFaults(page)) faults.push(`${screen}, ${scheme}: ${fault}`);
        await photograph(page, `${screen.replace('nav-', '')}-contrast-${scheme}`);
      }
    }
    await page.evaluate(() => document.documentElement.setAttribute('data-contrast', 'normal'));
    await chooseScheme('light');
    expect(faults).toEqual([]);
  }, 120_000);

  it('stands still for those who ask for it', async () => {
    const { page } = desktop;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByTestId('nav-overview').click();
    await page.keyboard.press('Control+k');
    await page.getByTestId('command-palette').waitFor();
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 1)
        .map((animation) => (animation.effect as KeyframeEffect).target?.className),
    );
    expect(moving).toEqual([]);
    await page.keyboard.press('Escape');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('complained of nothing in the console', () => {
    expect(desktop.complaints).toEqual([]);
  });
});
