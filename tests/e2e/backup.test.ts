/** Backing up, restoring and a database that no longer opens, all from the window. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOpenDialog,
  answerSaveDialog,
  type DesktopApp,
  launchDesktopApp,
  photograph,
} from '../helpers/desktop-app';
import { expectCleanLogs } from '../helpers/safety/clean-logs';
import { writeSmallInventory } from '../helpers/small-files';

const PASSPHRASE = 'four words said softly';

/** One store through it all: each start of the window takes seconds. */
describe('backups, the lock and a broken database', () => {
  let desktop: DesktopApp;
  let folder: string;
  beforeAll(async () => {
    desktop = await launchDesktopApp();
    folder = path.join(desktop.dataDirectory, 'Zweite Platte – äöü');
    await desktop.page.getByTestId('first-run').waitFor({ timeout: 60_000 });
    await desktop.importFiles([writeSmallInventory(desktop.dataDirectory, 7)]);
  });
  afterAll(() => desktop.dispose());
  const startAgain = async () => {
    desktop = await launchDesktopApp({ dataDirectory: desktop.dataDirectory });
  };

  it('makes an encrypted one where the user says, and shows what damage there is: none', async () => {
    const { app, page, dataDirectory } = desktop;
    await openBackupPage(page);
    await answerSaveDialog(app, path.join(dataDirectory, 'mine.dosobackup'));
    await page.getByTestId('backup-passphrase').fill(PASSPHRASE);
    await page.getByTestId('backup-passphrase-again').fill(PASSPHRASE);
    await page.getByTestId('backup-start').click();
    await page.getByText('Backup made and checked').waitFor({ timeout: 60_000 });
    expect(readdirSync(dataDirectory)).toContain('mine.dosobackup');

    await page.getByTestId('verify-start').click();
    await page.getByTestId('verify-result').waitFor({ timeout: 60_000 });
    expect(await page.getByTestId('verify-result').getByText('Good').count()).toBe(5);
  });

  it('restores it: passphrase, preview, confirmation, and the stock of then is there again', async () => {
    const { app, page, dataDirectory } = desktop;
    await desktop.importFiles([writeSmallInventory(dataDirectory, 12)]);
    await waitForUnits(page, 12);
    await openBackupPage(page);
    await answerOpenDialog(app, [path.join(dataDirectory, 'mine.dosobackup')]);
    await page.getByTestId('restore-file').click();
    await page.getByTestId('restore-passphrase').fill('not this one');
    await page.getByTestId('restore-look').click();
    await page.getByText('This is not the passphrase of this backup.').waitFor({ timeout: 30_000 });
    await page.getByTestId('restore-passphrase').fill(PASSPHRASE);
    await page.getByTestId('restore-look').click();
    await page.getByTestId('restore-preview').waitFor({ timeout: 30_000 });
    await photograph(page, 'restore-preview');
    await page.getByTestId('restore-sure').check();
    await page.getByTestId('restore-confirm').click();
    await page.getByText('Restored the backup of').waitFor({ timeout: 60_000 });
    await waitForUnits(page, 7);
  });

  it('chooses the folder of the automatic ones, and lists what is in it', async () => {
    const { app, page } = desktop;
    mkdirSync(folder);
    await openBackupPage(page);
    await answerOpenDialog(app, [folder]);
    await page.getByTestId('backup-choose-folder').click();
    await page.getByTestId('backup-folder').getByText(folder).waitFor();
    await answerSaveDialog(app, path.join(folder, 'doso-2026-11-22T08-00-00Z-daily.dosobackup'));
    await page.getByTestId('backup-start').click();
    await page.getByText('Backup made and checked').waitFor({ timeout: 60_000 });
    await page.getByTestId('backup-list').getByText('MAIN').waitFor({ timeout: 30_000 });
    await page.getByTestId('automatic-encrypt').click();
    await page.getByTestId('automatic-passphrase').fill(PASSPHRASE);
    await page.getByTestId('automatic-passphrase-again').fill(PASSPHRASE);
    await page.getByTestId('automatic-passphrase-set').click();
    await page
      .getByTestId('automatic-encryption')
      .getByText('a passphrase opens them')
      .waitFor({ timeout: 30_000 });
    await photographBoth(page, 'settings-backup');
  });

  it('sets a lock, behind which nothing is shown', async () => {
    const { page } = desktop;
    await openSecurityPage(page);
    await page.getByTestId('key-keeper').getByText('The key is in a file').waitFor({ timeout: 30_000 });
    await page.getByTestId('lock-passphrase').fill(PASSPHRASE);
    await page.getByTestId('lock-passphrase-again').fill(PASSPHRASE);
    await page.getByTestId('lock-set').click();
    await page.getByText('Locks after 15 minutes').waitFor({ timeout: 30_000 });
    await photographBoth(page, 'settings-security');
    await page.getByTestId('lock-now').click();
    await page.getByTestId('lock-screen').waitFor({ timeout: 30_000 });
    expect(await page.getByTestId('nav-inventory').count()).toBe(0);
    await desktop.close();
  });

  it('is shut at the next start, opens with its passphrase, and is changed and removed with it alone', async () => {
    await startAgain();
    const { page } = desktop;
    await page.getByTestId('lock-screen').waitFor({ timeout: 60_000 });
    await photographBoth(page, 'lock-screen');
    await page.getByTestId('unlock-passphrase').fill('not this one');
    await page.getByTestId('unlock').click();
    await page.getByText('This is not the passphrase.').waitFor({ timeout: 30_000 });
    await page.getByTestId('unlock-passphrase').fill(PASSPHRASE);
    await page.getByTestId('unlock').click();
    await waitForUnits(page, 7);
    await openSecurityPage(page);
    await page.getByTestId('lock-present').fill('not this one');
    await page.getByTestId('lock-remove').click();
    await page.getByTestId('notice').getByText('This is not the passphrase.').waitFor({ timeout: 30_000 });
    await page.getByTestId('lock-present').fill(PASSPHRASE);
    await page.getByTestId('lock-remove').click();
    await page.getByText('There is no lock', { exact: true }).waitFor({ timeout: 30_000 });
  });

  it('shows what runs and what the log says, in logs that give nothing away', async () => {
    await lookAtDiagnostics(desktop);
  });

  it('explains a database that no longer opens, and puts the newest good backup in its place', async () => {
    const { dataDirectory } = desktop;
    writeFileSync(path.join(dataDirectory, 'postgres/global/pg_control'), Buffer.alloc(8192, 7));
    // A newer one that is damaged must not be offered.
    writeFileSync(path.join(folder, 'doso-2026-11-23T08-00-00Z-daily.dosobackup'), 'DOSOBAK1 cut short');
    await startAgain();
    const { page } = desktop;
    await page.getByTestId('engine-failure').waitFor({ timeout: 60_000 });
    await page.getByTestId('backup-list').getByText('MAIN').waitFor({ timeout: 30_000 });
    await photographBoth(page, 'engine-failure');
    await page.getByTestId('failure-restore').click();
    await page.getByTestId('restore-preview').waitFor({ timeout: 30_000 });
    await page.getByTestId('restore-sure').check();
    await page.getByTestId('restore-confirm').click();
    await page.getByText('Restored the backup of').waitFor({ timeout: 60_000 });
    await waitForUnits(page, 7);
    expect(readdirSync(dataDirectory).some((name) => name.startsWith('postgres.before-restore-'))).toBe(true);
  });
});

async function lookAtDiagnostics({ app, page, dataDirectory }: DesktopApp): Promise<void> {
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-page-diagnostics').click();
  await page.getByTestId('processes').getByText('DOSO engine').waitFor({ timeout: 30_000 });
  await page.getByTestId('slow-calls').getByText('inventory.listUnits').waitFor({ timeout: 30_000 });
  await page.getByTestId('log-text').fill('engine is open');
  await page.getByTestId('log-entries').getByText('the engine is open').first().waitFor({ timeout: 30_000 });
  // A notice may lie over it.
  await page.getByTestId('telemetry-file').dispatchEvent('click');
  await page.getByTestId('notice').getByText('Saved', { exact: true }).waitFor({ timeout: 30_000 });
  await photographBoth(page, 'settings-diagnostics');
  await answerSaveDialog(app, path.join(dataDirectory, 'report.json'));
  await page.getByTestId('report-show').click();
  await page.getByTestId('report-text').waitFor({ timeout: 30_000 });
  await photograph(page, 'error-report');
  await page.getByTestId('report-save').click();
  await page.getByTestId('notice').getByText('Report saved').waitFor({ timeout: 30_000 });
  await page.getByTestId('nav-overview').click();
  await waitForUnits(page, 7);
  await app.close();
  // Written in the runtime's own Node, which is older than the tests'.
  expect(readFileSync(path.join(dataDirectory, 'logs/traces.jsonl'), 'utf8')).toContain('resourceSpans');
  expectCleanLogs(dataDirectory);
}

async function photographBoth(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await photograph(page, `${name}-${scheme}`);
  }
}

async function openSecurityPage(page: Page): Promise<void> {
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-page-security').click();
}

async function openBackupPage(page: Page): Promise<void> {
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-page-backup').click();
  await page.getByTestId('backup-start').waitFor({ timeout: 30_000 });
}

async function waitForUnits(page: Page, units: number): Promise<void> {
  await page.getByTestId('nav-inventory').click();
  await page.getByTestId('inventory-totals').getByText(`${units} units`).waitFor({ timeout: 60_000 });
}
