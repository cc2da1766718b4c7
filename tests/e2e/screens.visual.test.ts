/**
 * Every screen with the sample store, light and dark, at 1280x800, beside its committed picture. The sample's seed and
 * data date are fixed; what changes by itself is steadied first. Fonts and drawing belong to a runtime, so the pictures
 * count on the pinned Linux test runtime alone.
 */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPictureFault } from '../helpers/compare-image';
import { type DesktopApp, launchDesktopApp } from '../helpers/desktop-app';
import { photographSteady } from '../helpers/steady-page';

const isPinnedRuntime = process.env.DOSO_IS_TEST_RUNTIME === '1';
const BASELINES = {
  folder: path.resolve('tests/baselines/screens'),
  failures: path.resolve('test-results/visual'),
};

describe('the look of each screen', () => {
  if (!isPinnedRuntime) {
    it.skip('not compared here: the pictures belong to the pinned Linux test runtime', () => undefined);
    return;
  }

  let desktop: DesktopApp;
  beforeAll(async () => {
    desktop = await launchDesktopApp({ width: 1280, height: 800 });
    const { page } = desktop;
    // The sample's data date, so that its data is a day old on any day.
    await page.clock.setFixedTime(new Date('2026-11-01T12:00:00Z'));
    await page.getByTestId('load-sample').click({ timeout: 60_000 });
    await page.getByTestId('figure-units-new').waitFor({ timeout: 200_000 });
    await page.getByTestId('nav-order-plan').click();
    await page.getByTestId('plan-line-1').waitFor({ timeout: 200_000 });
    await waitForNotices();
  });
  afterAll(() => desktop.dispose());

  /** Notices of what ended cover a corner for a while. */
  const waitForNotices = async () => {
    const { page } = desktop;
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="notice"]').length === 0, null, {
      timeout: 60_000,
    });
  };
  const screens = () =>
    desktop.page
      .locator('nav [data-testid^="nav-"]')
      .evaluateAll((links) =>
        links.map((link) => (link.getAttribute('data-testid') ?? '').replace('nav-', '')),
      );

  for (const scheme of ['light', 'dark'] as const) {
    it(`is the committed one, ${scheme}`, async () => {
      const { page } = desktop;
      await page.emulateMedia({ colorScheme: scheme });
      const faults: string[] = [];
      for (const screen of await screens()) {
        await page.getByTestId(`nav-${screen}`).click();
        await page.mouse.move(640, 4);
        const fault = findPictureFault(await photographSteady(page), `${screen}-${scheme}`, BASELINES);
        if (fault) faults.push(fault);
      }
      expect(faults).toEqual([]);
    });
  }
});
