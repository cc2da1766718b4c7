/** Every screen and every part of one, with no data and with ten times a store's, in both schemes and at both sizes. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DesktopApp, launchDesktopApp } from '../helpers/desktop-app';
import { fillLargeStore } from '../helpers/fill-large-store';
import { clientOf, startTestEngine } from '../helpers/safety/test-engine';
import { addresses, walkScreens } from '../helpers/walk-screens';

/** Sixty thousand deals and four thousand units, with a forecast and an order plan. */
async function fillTenTimes(): Promise<string> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'doso-ten-'));
  const engine = await startTestEngine(dataDirectory);
  await fillLargeStore(engine.context.db, { code: 'TEN', sales: 60_000, units: 4_000 });
  const client = clientOf(engine);
  for (const start of [() => client.forecast.start({}), () => client.plan.start({})]) {
    const job = await engine.context.jobs.wait((await start()).jobId);
    expect(job, job.message).toMatchObject({ state: 'done' });
  }
  await engine.close();
  return dataDirectory;
}

async function expectNoFaults(desktop: DesktopApp, name: string): Promise<void> {
  try {
    expect(await walkScreens(desktop, name)).toEqual([]);
    expect(desktop.complaints).toEqual([]);
  } finally {
    await desktop.dispose();
  }
}

describe('every screen', () => {
  it('is in the navigation, and finds nothing to complain of with no data', async () => {
    const desktop = await launchDesktopApp();
    await desktop.page.getByTestId('first-run').waitFor({ timeout: 60_000 });
    const listed = await desktop.page.locator('nav [data-testid^="nav-"]').count();
    expect(new Set(addresses.map((address) => address.split('?')[0])).size).toBe(listed);
    await expectNoFaults(desktop, 'empty');
  }, 240_000);

  it('finds nothing to complain of with ten times a store’s data', async () => {
    const desktop = await launchDesktopApp({ dataDirectory: await fillTenTimes() });
    await desktop.page.getByTestId('figure-units-new').waitFor({ timeout: 120_000 });
    await expectNoFaults(desktop, 'ten');
  }, 600_000);
});
