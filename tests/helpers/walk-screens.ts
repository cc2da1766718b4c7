/**
 * A walk over every screen and every part of one, in the order of the navigation: what moves by itself at both sizes, what
 * axe finds in both schemes, and a picture of each for whoever looks. The parts come from the addresses' own lists, so
 * that a new screen or part is walked too.
 */

import { forecastSearchSchema } from '@renderer/features/forecast/forecast-search';
import { importParts } from '@renderer/features/imports/imports-search';
import { INVENTORY_VIEWS } from '@renderer/features/inventory/inventory-search';
import { MARKET_VIEWS } from '@renderer/features/market/market-search';
import { orderPlanSearchSchema } from '@renderer/features/order-plan/order-plan-search';
import { SALES_VIEWS } from '@renderer/features/sales/sales-search';
import { settingsPages } from '@renderer/features/settings/settings-search';
import { type ScreenName, screenNames } from '@shared/domain/screen-names';
import type { Page } from 'playwright';
import { type DesktopApp, photograph, resizeWindow } from './desktop-app';
import { findAccessFaults, takeLayoutShift, watchLayoutShift } from './find-access-faults';

export const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
export const SCHEMES = ['light', 'dark'] as const;
export const MOST_SHIFT = 0.1;

type Parts = { name: string; values: readonly string[] };

const PARTS: Partial<Record<ScreenName, Parts>> = {
  inventory: { name: 'view', values: INVENTORY_VIEWS },
  sales: { name: 'view', values: SALES_VIEWS },
  market: { name: 'view', values: MARKET_VIEWS },
  forecast: { name: 'view', values: choicesOf(forecastSearchSchema.shape.view) },
  'order-plan': { name: 'tab', values: choicesOf(orderPlanSearchSchema.shape.tab) },
  imports: { name: 'part', values: importParts },
  settings: { name: 'page', values: settingsPages },
};

/** What an address may choose from, under the wrappers that make it optional. */
function choicesOf(schema: { unwrap: () => { unwrap: () => { options: readonly string[] } } }) {
  return schema.unwrap().unwrap().options;
}

export const addresses: readonly string[] = screenNames.flatMap((screen) => {
  const path = screen === 'overview' ? '/' : `/${screen}`;
  const parts = PARTS[screen];
  return parts ? parts.values.map((value) => `${path}?${parts.name}=${value}`) : [path];
});

/** Faults, each with where it was. What was found once under the same content is not looked for again. */
export async function walkScreens(desktop: DesktopApp, name: string): Promise<string[]> {
  const { app, page } = desktop;
  const faults: string[] = [];
  const seen = new Set<string>();
  await watchLayoutShift(page);
  for (const { width, height } of SIZES) {
    await resizeWindow(app, width, height);
    for (const address of addresses) {
      await openAddress(page, address);
      const where = `${address}, ${name}, ${width}`;
      const { score, moved } = await takeLayoutShift(page);
      if (score > MOST_SHIFT) faults.push(`${where}: moved by ${score}: ${moved.join('; ')}`);
      const content = `${width} ${await page.locator('main').first().innerHTML()}`;
      if (seen.has(content)) continue;
      seen.add(content);
      for (const scheme of SCHEMES) {
        await chooseScheme(page, scheme);
        // Colours do not depend on the width, and names and roles neither.
        if (width === SIZES[0].width)
          for (const fault of await findAccessFaults(page)) faults.push(`${where}, ${scheme}: ${fault}`);
        const file = address.replace(/[^\w-]+/g, '-').replace(/^-/, '') || 'overview';
        await photograph(page, `${name}-${file}-${width}-${scheme}`);
      }
      await chooseScheme(page, 'light');
      await takeLayoutShift(page);
    }
  }
  await resizeWindow(app, SIZES[0].width, SIZES[0].height);
  return faults;
}

async function openAddress(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, address);
  await settle(page);
}

/** Nothing is being loaded or drawn any more. */
export async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(100);
  await page.waitForFunction(
    () =>
      document.querySelector('[data-testid="loading"], .mantine-Skeleton-root, [data-fetching="true"]') ===
      null,
    null,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(150);
}

export async function chooseScheme(page: Page, scheme: (typeof SCHEMES)[number]): Promise<void> {
  const shown = await page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'));
  if (shown !== scheme) await page.getByTestId('toggle-theme').click();
}
