/** What must hold when something goes wrong round the engine: it dies, it is started twice, its folder is taken. */
import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appEnvironment,
  type DesktopApp,
  electronArguments,
  electronExecutable,
  engineProcessId,
  launchDesktopApp,
} from '../helpers/desktop-app';
import { writeSmallInventory } from '../helpers/small-files';

describe('the engine under the window', () => {
  let desktop: DesktopApp;
  beforeAll(async () => {
    desktop = await launchDesktopApp();
    await desktop.page.getByTestId('first-run').waitFor({ timeout: 60_000 });
  });
  afterAll(() => desktop.dispose());

  it('is started again when it is killed, says so, and has lost no committed row', async () => {
    const { app, page } = desktop;
    await desktop.importFiles([writeSmallInventory(desktop.dataDirectory, 7)]);
    await page.getByTestId('nav-inventory').click();
    await page.getByTestId('inventory-totals').getByText('7 units').waitFor({ timeout: 30_000 });

    const before = await engineProcessId(app);
    process.kill(before, 'SIGKILL');
    await page.getByText('The engine restarted; your saved data is intact.').waitFor({ timeout: 60_000 });
    expect(await engineProcessId(app)).not.toBe(before);

    await page.getByTestId('nav-overview').click();
    await page.getByTestId('nav-inventory').click();
    await page.getByTestId('inventory-totals').getByText('7 units').waitFor({ timeout: 30_000 });
  });

  it('loses nothing that is typed when it is killed: the form stays, and is kept once it is back', async () => {
    const { app, page } = desktop;
    await page.getByTestId('nav-settings').click();
    await page.getByTestId('setting-lotPlaces').fill('77');
    const gone = await engineProcessId(app);
    process.kill(gone, 'SIGKILL');
    await expect.poll(() => engineProcessId(app).catch(() => gone), { timeout: 60_000 }).not.toBe(gone);
    expect(await page.getByTestId('setting-lotPlaces').inputValue()).toBe('77');
    await page.getByTestId('settings-save').click({ timeout: 60_000 });
    await page.getByTestId('notice').first().waitFor({ timeout: 60_000 });
    expect(await page.getByTestId('settings-save').isDisabled()).toBe(true);
  });

  it('is the only one: a second start shows the first window and ends', async () => {
    const { app, dataDirectory } = desktop;
    await app.evaluate(({ app: electronApp }) => {
      electronApp.once('second-instance', () => Object.assign(globalThis, { sawSecondInstance: true }));
    });
    const second = spawn(electronExecutable, electronArguments, {
      env: appEnvironment(dataDirectory),
      stdio: 'ignore',
    });
    const code = await new Promise<number | null>((resolve) => second.once('exit', resolve));
    expect(code).toBe(0);
    expect(await app.evaluate(() => 'sawSecondInstance' in globalThis)).toBe(true);
  });

  it('keeps a command away from the folder that the window has open', async () => {
    const argumentsOfStatus = [
      path.resolve('out/main/cli.js'),
      'status',
      '--json',
      '--data-dir',
      desktop.dataDirectory,
    ];
    const failure = await promisify(execFile)(process.execPath, argumentsOfStatus).then(
      () => undefined,
      (error: { code: number; stdout: string }) => error,
    );
    expect(failure?.code).toBe(1);
    expect(JSON.parse(failure?.stdout ?? '{}')).toMatchObject({
      error: { code: 'DATA_DIR_LOCKED', message: expect.stringContaining('the DOSO window') },
    });
  });
});
