/** Starts the built app in a real Electron window, with a data folder of its own. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { expectCleanLogs } from './safety/clean-logs';

export type DesktopApp = {
  app: ElectronApplication;
  page: Page;
  dataDirectory: string;
  /** Console errors and warnings, and uncaught page errors, since the start. */
  complaints: string[];
  /** Imports files as a user does who picks them in the native dialog. */
  importFiles: (files: string[]) => Promise<void>;
  /** Closes the window and the engine; the data folder stays unless `dispose` is called. */
  close: () => Promise<void>;
  /** Throws where a log of the run gives something away. */
  dispose: () => Promise<void>;
};

export type LaunchOptions = { dataDirectory?: string; width?: number; height?: number };

export const electronExecutable = process.env.DOSO_ELECTRON ?? '';
export const electronArguments = JSON.parse(process.env.DOSO_ELECTRON_ARGUMENTS ?? '[]') as string[];

export function appEnvironment(dataDirectory: string): Record<string, string> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return {
    ...inherited,
    DOSO_DATA_DIR: dataDirectory,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    NODE_ENV: 'production',
  };
}

export async function launchDesktopApp(options: LaunchOptions = {}): Promise<DesktopApp> {
  if (!electronExecutable)
    throw new Error('DOSO_ELECTRON is not set: run the end-to-end tests through npm test');
  const dataDirectory = options.dataDirectory ?? mkdtempSync(path.join(tmpdir(), 'doso-e2e-'));
  const app = await _electron.launch({
    executablePath: electronExecutable,
    args: [...electronArguments, '--disable-gpu'],
    env: appEnvironment(dataDirectory),
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  await resizeWindow(app, options.width ?? 1280, options.height ?? 800);
  const close = () => app.close();
  return {
    app,
    page,
    dataDirectory,
    complaints,
    importFiles: (files) => importByDialog(app, page, files),
    close,
    dispose: async () => {
      await close().catch(() => undefined);
      expectCleanLogs(dataDirectory);
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function importByDialog(app: ElectronApplication, page: Page, files: string[]): Promise<void> {
  await answerOpenDialog(app, files);
  await page.getByTestId('nav-imports').click();
  await page.getByTestId('choose-files').click();
  await page.getByTestId('import-start').click({ timeout: 60_000 });
  await page.getByTestId('import-report').waitFor({ timeout: 120_000 });
}

/**
 * Drops files and folders on the Imports screen, as the operating system hands them over. The screen must stand: a
 * drop whose target is replaced between the last "over" and the drop never reaches the page. (A hand's drag sends
 * "over" all the time and does not meet that.)
 */
export async function dropPaths(page: Page, paths: string[]): Promise<void> {
  await page.getByTestId('import-drop').waitFor();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  await session.detach();
}

/** The next native file dialog answers with these files. */
export async function answerOpenDialog(app: ElectronApplication, filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths });
  }, filePaths);
}

/** The next native save dialog answers with this file. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, filePath);
}

export async function resizeWindow(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
}

/** The engine's process id, as Electron knows it. */
export async function engineProcessId(app: ElectronApplication): Promise<number> {
  const pid = await app.evaluate(
    ({ app: electronApp }) =>
      electronApp.getAppMetrics().find((metric) => metric.name === 'DOSO engine')?.pid,
  );
  if (!pid) throw new Error('the engine does not run');
  return pid;
}

/**
 * Photographs the window into an ignored folder, to be looked at. Animations run on: ending them from outside brings
 * down the page of Chromium 114, which the test runtime is built on.
 */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = path.resolve('test-results/screens');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
