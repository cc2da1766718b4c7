/** The Imports screen: what is asked, what is kept, archives, folders, profiles and undo. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../fixtures/importing/write-zip';
import {
  answerOpenDialog,
  answerSaveDialog,
  type DesktopApp,
  launchDesktopApp,
  photograph,
} from '../helpers/desktop-app';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';
const WATCHED_HEADER = 'VIN,Stock #,New/Used,Make,Model,Price';
const HEADER = 'VIN,Stock #,New/Used,Make,Line,Wanted';

describe('the Imports screen', () => {
  let desktop: DesktopApp;
  let folder: string;
  beforeAll(async () => {
    desktop = await launchDesktopApp();
    await desktop.page.getByTestId('first-run').waitFor({ timeout: 60_000 });
    // Not in the data folder: DOSO does not watch its own.
    folder = mkdtempSync(path.join(tmpdir(), 'doso-exports-'));
    await desktop.page.getByTestId('nav-imports').click();
  });
  afterAll(async () => {
    await desktop.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const choose = async (...files: string[]) => {
    await answerOpenDialog(desktop.app, files);
    await desktop.page.getByTestId('choose-files').click();
  };
  const write = (name: string, text: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const importAll = async () => {
    await desktop.page.getByTestId('import-start').click();
    await desktop.page.getByTestId('import-report').waitFor({ timeout: 60_000 });
  };

  it('shows the columns of a refused file, and takes it once they are said', async () => {
    const { page } = desktop;
    const rows = [`${A},A1,U,Honda,Accord,19500`, `${B},B1,U,Honda,Civic,17000`];
    await choose(write('stock 2026-05-05.csv', [HEADER, ...rows].join('\n')));
    await page.getByTestId('import-refusal').waitFor({ timeout: 60_000 });
    await photograph(page, 'imports-refused-columns');
    await page.getByTestId('map-Line').click();
    await page.getByRole('option', { name: 'Model', exact: true }).click();
    await page.getByTestId('import-refusal').waitFor({ state: 'detached', timeout: 30_000 });
    await page.getByTestId('import-coverage').getByText('The whole stock').click();
    await page.getByText('Vehicles that it lacks have left and are closed.').waitFor();
    await photograph(page, 'imports-questions');
    await importAll();
    await photograph(page, 'imports-report');
    expect(await page.getByTestId('profiles').textContent()).toContain('Line → Model');
  });

  it('asks nothing about the next file with these columns, and closes what it lacks', async () => {
    const { page } = desktop;
    await page.getByTestId('import-report').getByText('Done').click();
    await choose(write('stock 2026-05-06.csv', `${HEADER}\n${A},A1,U,Honda,Accord,18900`));
    const preview = page.getByTestId('import-preview');
    await preview.waitFor({ timeout: 60_000 });
    expect(await preview.textContent()).toContain('profile stock 2026-05-05');
    expect(await page.getByTestId('import-questions').count()).toBe(0);
    await importAll();
    expect(await page.getByTestId('import-report').textContent()).toContain('1 closed');
    await page.getByTestId('import-report').getByText('Details').click();
    await page.getByTestId('reconciliation').getByText('1 row read').waitFor();
    await page.getByTestId('batch-compare').click();
    await page.getByTestId('batch-comparison').getByText('Gone 1').waitFor({ timeout: 30_000 });
    await photograph(page, 'imports-comparison');
    await page.keyboard.press('Escape');
    await page.getByTestId('reconciliation').waitFor({ state: 'detached' });
  });

  it('undoes it', async () => {
    const { page } = desktop;
    await page.getByTestId('undo-inventory').first().click();
    await page.getByTestId('undo-yes').click();
    await page.getByTestId('import-history').getByText('Undone').waitFor({ timeout: 30_000 });
  });

  it('shows each file of an archive by itself, and leaves one out', async () => {
    const { page } = desktop;
    const archive = path.join(folder, 'night.zip');
    const content = (row: string) => `${HEADER}\n${row}`;
    writeFileSync(
      archive,
      writeZip([
        { name: 'old.csv', content: content(`${A},A1,U,Honda,Accord,1`) },
        { name: 'new.csv', content: content(`${A},A1,U,Honda,Accord,18800`) },
      ]),
    );
    await page.getByTestId('import-report').getByText('Done').click();
    await choose(archive);
    await page.getByTestId('import-preview').nth(1).waitFor({ timeout: 60_000 });
    await page.getByLabel('Leave old.csv in night.zip out').click();
    await page.getByTestId('import-preview').nth(1).waitFor({ state: 'detached' });
    await importAll();
    const report = (await page.getByTestId('import-report').textContent()) ?? '';
    expect(report).toContain('new.csv in night.zip');
    expect(report).not.toContain('old.csv');
  });

  it('takes a folder, and says what of it is no export', async () => {
    const { app, page } = desktop;
    const inside = path.join(folder, 'month');
    mkdirSync(inside);
    writeFileSync(path.join(inside, 'stock.csv'), `${HEADER}\n${B},B1,U,Honda,Civic,16900`);
    writeFileSync(path.join(inside, 'notes.docx'), 'x');
    await page.getByTestId('import-report').getByText('Done').click();
    await answerOpenDialog(app, [inside]);
    await page.getByTestId('choose-folder').click();
    await page.getByTestId('import-preview').waitFor({ timeout: 60_000 });
    await page.getByTestId('notice').getByText('1 file passed over').waitFor();
    await page.getByTestId('import-queue').getByText('Clear').click();
  });

  it('renames a profile, and forgets it', async () => {
    const { page } = desktop;
    await page.getByTestId('rename-stock 2026-05-05').click();
    await page.getByTestId('profile-name').fill('Nightly stock');
    await page.keyboard.press('Enter');
    await page.getByTestId('rename-Nightly stock').waitFor({ timeout: 30_000 });
    await photograph(page, 'imports-profiles');
    await page.getByTestId('forget-Nightly stock').click();
    await page.getByTestId('forget-profile-yes').click();
    await page.getByText('Nothing had to be asked yet').waitFor({ timeout: 30_000 });
  });

  it('asks what a column holds that it could only guess, and keeps what is said instead', async () => {
    const { page } = desktop;
    const rows = [
      `${A},A1,U,Honda,Accord,4/13/2026,9400`,
      `${B},B1,U,Honda,Civic,4/20/2026,8100`,
      '1HGCV1F44NA000102,C1,U,Honda,Accord,4/27/2026,9950',
    ];
    const header = 'VIN,Stock #,New/Used,Make,Model,Looked over,Wanted';
    await choose(write('guess 2026-05-07.csv', [header, ...rows].join('\n')));
    const question = page.getByTestId('question-Looked over');
    await question.waitFor({ timeout: 60_000 });
    expect(await question.textContent()).toContain('Is “Looked over” the inventory date?');
    await photograph(page, 'imports-guess');
    await question.getByText('It is something else').click();
    await page.getByRole('option', { name: 'Not used', exact: true }).click();
    await question.waitFor({ state: 'detached', timeout: 30_000 });
    await importAll();
    expect(await page.getByTestId('profiles').textContent()).toContain('Looked over');
    await page.getByTestId('import-report').getByText('Done').click();
  });

  it('saves rejected rows, and takes them once they are corrected', async () => {
    const { app, page } = desktop;
    const header = 'VIN,Stock #,New/Used,Make,Model,Price';
    const rows = [`${A},A1,U,Honda,Accord,9400`, ',,U,Honda,Fit,8100'];
    await choose(write('night 2026-05-08.csv', [header, ...rows].join('\n')));
    await page.getByTestId('import-preview').waitFor({ timeout: 60_000 });
    await importAll();
    await page.getByTestId('import-report').getByText('Details').click();
    const saved = path.join(folder, 'rejected.csv');
    await answerSaveDialog(app, saved);
    await page.getByTestId('save-rejects').click();
    await expect.poll(() => existsSync(saved), { timeout: 30_000 }).toBe(true);
    await photograph(page, 'imports-rejected');
    await page.keyboard.press('Escape');
    const text = readFileSync(saved, 'utf8');
    expect(text).toContain('Fit');
    expect(text).not.toContain('Accord');
    await page.getByTestId('import-report').getByText('Done').click();
    // The stock number that was missing is put in front of "U,Honda,Fit".
    await choose(write('corrected 2026-05-08.csv', text.replace(/,"?U"?,"?Honda"?,"?Fit/, 'F77$&')));
    await page.getByTestId('import-preview').waitFor({ timeout: 60_000 });
    await importAll();
    expect(await page.getByTestId('import-report').textContent()).toContain('1 added');
    await page.getByTestId('import-report').getByText('Done').click();
  });

  it('watches a folder, imports what is saved there, and leaves it where it is', async () => {
    const { app, page } = desktop;
    const watched = path.join(folder, 'overnight');
    mkdirSync(watched);
    writeFileSync(path.join(watched, 'old.csv'), `${WATCHED_HEADER}\n${A},A1,U,Honda,Accord,1`);
    await page.getByTestId('watch-set').click();
    await answerOpenDialog(app, [watched]);
    await page.getByTestId('watch-browse').click();
    await photograph(page, 'watch-dialog');
    await page.getByTestId('watch-save').click();
    await page.locator('[data-testid="watch-state"][data-condition="watching"]').waitFor();
    await page.getByTestId('watched-files').getByText('Left alone').waitFor();
    writeFileSync(path.join(watched, 'stock.csv'), `${WATCHED_HEADER}\n${A},A1,U,Honda,Accord,18700`);
    writeFileSync(path.join(watched, 'letter.txt'), 'Dear customer,\nthank you.\n');
    await page.getByTestId('watch-look').click();
    await page.getByTestId('watched-files').getByText('Refused').waitFor({ timeout: 30_000 });
    await page.getByTestId('watched-files').getByText('Imported').waitFor({ timeout: 30_000 });
    await page.getByTestId('import-history').getByText('stock.csv').first().waitFor({ timeout: 30_000 });
    expect(existsSync(path.join(watched, 'stock.csv'))).toBe(true);
    await photograph(page, 'watch-panel');
    await page.getByTestId('toggle-theme').click();
    await photograph(page, 'watch-panel-dark');
    await page.getByTestId('toggle-theme').click();
    await page.getByTestId('watch-off').click();
    await page.getByTestId('watch-state').waitFor({ state: 'detached' });
  });

  it('complained of nothing in the console', () => {
    expect(desktop.complaints).toEqual([]);
  });
});
