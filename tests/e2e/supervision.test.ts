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

describe('the engine under the window', () => {
  let desktop: DesktopApp;
  beforeAll(async () => {
    desktop = await launchDesktopApp();
    await desktop.page.getByTestId('engine-state').waitFor({ state: 'attached' });
    await desktop.page
      .locator('[data-testid="engine-state"][data-state="ready"]')
      .waitFor({ state: 'attached', timeout: 60_000 });
  });
  afterAll(() => desktop.dispose());

  it('is started again when it is killed, says so, and has lost nothing', async () => {
    const { app, page } = desktop;
    const before = await engineProcessId(app);
    process.kill(before, 'SIGKILL');
    await page.getByText('The engine restarted').waitFor({ timeout: 30_000 });
    await page
      .locator('[data-testid="engine-state"][data-state="ready"]')
      .waitFor({ state: 'attached', timeout: 60_000 });
    expect(await engineProcessId(app)).not.toBe(before);
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
    const command = promisify(execFile)(process.execPath, [
      path.resolve('out/main/cli.js'),
      'status',
      '--json',
      '--data-dir',
      desktop.dataDirectory,
    ]);
    const failure = await command.then(
      () => undefined,
      (error: { code: number; stdout: string }) => error,
    );
    expect(failure?.code).toBe(1);
    expect(JSON.parse(failure?.stdout ?? '{}')).toMatchObject({
      error: { code: 'DATA_DIR_LOCKED', message: expect.stringContaining('the DOSO window') },
    });
  });
});
