/** The watched folder with real files: complete ones only, each content once, through restarts and outages. */
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Engine, startEngine } from '@engine/engine';
import { undoBatch } from '@engine/importing/undo-batch';
import { createLogger } from '@engine/telemetry/logger';
import { updateWatch } from '@engine/watching/update-watch';
import { forgetFile, listWatchedFiles, noteFiles } from '@engine/watching/watched-files';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const HEADER = 'VIN,Stock #,New/Used,Make,Model,Price';
const ACCORD = '1HGCM82633A004352,A1,U,Honda,Accord,19500';
const CIVIC = '1M8GDM9AXKP042788,B1,U,Honda,Civic,17000';
const HALF_MINUTE = 30_000;

describe('the watched folder', () => {
  let engine: Engine;
  let root: string;
  let folder: string;
  let nowMs: number;

  const start = () =>
    startEngine({
      dataDirectory: path.join(root, 'data'),
      templateFile: path.resolve('out/database-template.tar.gz'),
      workerDirectory: path.resolve('out/main'),
      program: 'a test',
      version: '0',
      logger: createLogger('test', 'silent', pino.destination({ dest: 2, sync: true })),
      now: () => new Date(nowMs),
    });
  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'doso-watch-'));
    nowMs = Date.UTC(2026, 4, 5, 2);
    engine = await start();
  });
  beforeEach(async () => {
    await sql`truncate store, import_batch, watched_file, setting restart identity cascade`.execute(
      engine.context.db,
    );
    folder = mkdtempSync(path.join(root, 'exports-'));
    await look();
  });
  afterAll(async () => {
    await engine.close();
    rmSync(root, { recursive: true, force: true });
  });

  const write = (name: string, ...rows: string[]) => {
    const file = path.join(folder, name);
    writeFileSync(file, `${[HEADER, ...rows].join('\n')}\n`);
    return file;
  };
  const watchIt = (isPresentWanted = false) =>
    updateWatch(engine.context, { isOn: true, folder, coverage: 'full' }, isPresentWanted);
  /** One look, and the import that it may start. */
  const look = async () => {
    const jobId = await engine.context.watch.look();
    if (jobId !== null) await engine.context.jobs.wait(jobId);
    return jobId !== null;
  };
  /** Two looks, half a minute apart. */
  const settle = async () => {
    await look();
    nowMs += HALF_MINUTE;
    return look();
  };
  const states = async () =>
    (await listWatchedFiles(engine.context.db, { offset: 0, limit: 50 })).files
      .map(({ file, state }) => `${file} ${state}`)
      .reverse();
  const batches = async () =>
    (
      await engine.context.db
        .selectFrom('importBatch')
        .select(['id', 'fileName', 'coverage'])
        .orderBy('id')
        .execute()
    ).map(({ fileName }) => fileName);

  it('is off until a folder is chosen, and refuses one that is not there or is its own', async () => {
    write('stock.csv', ACCORD);
    expect(await settle()).toBe(false);
    expect(await engine.context.watch.state()).toMatchObject({ condition: 'off', waiting: [] });
    const missing = updateWatch(engine.context, { isOn: true, folder: path.join(root, 'no') }, false);
    await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const own = updateWatch(engine.context, { isOn: true, folder: path.join(root, 'data') }, false);
    await expect(own).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const none = updateWatch(engine.context, { isOn: true }, false);
    await expect(none).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('imports a file once it is complete, and not while it grows', async () => {
    await watchIt();
    const file = write('stock.csv', ACCORD);
    expect(await settle()).toBe(true);
    expect(await batches()).toEqual(['stock.csv']);
    const other = write('late.csv', ACCORD);
    await look();
    nowMs += HALF_MINUTE;
    appendFileSync(other, `${CIVIC}\n`);
    expect(await look()).toBe(false);
    expect((await engine.context.watch.state()).waiting).toMatchObject([{ file: 'late.csv' }]);
    nowMs += HALF_MINUTE;
    expect(await look()).toBe(true);
    expect(await batches()).toEqual(['stock.csv', 'late.csv']);
    expect(await states()).toEqual(['stock.csv imported', 'late.csv imported']);
    // The next night the same name holds other vehicles; as a whole list it closes what it lacks.
    writeFileSync(file, `${HEADER}\n${CIVIC}\n`);
    expect(await settle()).toBe(true);
    expect(await batches()).toEqual(['stock.csv', 'late.csv', 'stock.csv']);
  });

  it('never imports the same bytes twice: touched, copied, restarted, or imported by hand before', async () => {
    await watchIt();
    const file = write('stock.csv', ACCORD);
    await settle();
    utimesSync(file, new Date(nowMs), new Date(nowMs + 5_000));
    copyFileSync(file, path.join(folder, 'copy.csv'));
    await settle();
    await engine.close();
    engine = await start();
    await settle();
    expect(await batches()).toEqual(['stock.csv']);
    expect((await states()).sort()).toEqual(['copy.csv known', 'stock.csv imported', 'stock.csv known']);
    const [batch] = await engine.context.db.selectFrom('importBatch').select('id').execute();
    await undoBatch(engine.context, String(batch?.id));
    await settle();
    expect(await batches()).toEqual(['stock.csv']);
  });

  it('takes up what a killed engine had begun', async () => {
    await watchIt();
    write('stock.csv', ACCORD);
    const begun = { state: 'importing', message: '' } as const;
    await engine.context.watch.look();
    const { bytes } = (await engine.context.watch.state()).waiting[0] ?? { bytes: 0 };
    await noteFiles(
      engine.context.db,
      folder,
      [{ file: 'stock.csv', bytes, modifiedMs: 1 }],
      begun,
      '2026-05-05T00:00:00Z',
    );
    await engine.close();
    engine = await start();
    expect(await settle()).toBe(true);
    expect(await states()).toEqual(['stock.csv imported']);
  });

  it('says of a file why it was refused, leaves it alone, and tries again when asked', async () => {
    await watchIt();
    writeFileSync(path.join(folder, 'letter.txt'), 'Dear customer,\nthank you.\n');
    write('stock.csv', ACCORD);
    await settle();
    nowMs += HALF_MINUTE;
    expect(await settle()).toBe(false);
    expect((await states()).sort()).toEqual(['letter.txt refused', 'stock.csv imported']);
    const { files } = await listWatchedFiles(engine.context.db, { offset: 0, limit: 9 });
    const letter = files.find(({ file }) => file === 'letter.txt');
    expect(letter?.message.length).toBeGreaterThan(20);
    await forgetFile(engine.context.db, Number(letter?.id));
    expect(await settle()).toBe(true);
  });

  it('passes over what is there already, unless it is wanted', async () => {
    write('old.csv', ACCORD);
    await watchIt();
    expect(await settle()).toBe(false);
    expect(await states()).toEqual(['old.csv present']);
    await updateWatch(engine.context, { isOn: false }, false);
    write('older.csv', CIVIC);
    await watchIt(true);
    await settle();
    expect(await batches()).toEqual(['older.csv']);
  });

  it('bears a folder that goes away and comes back, and a file that cannot be read yet', async () => {
    await watchIt();
    write('stock.csv', ACCORD);
    await look();
    renameSync(folder, `${folder}.away`);
    nowMs += HALF_MINUTE;
    expect(await look()).toBe(false);
    expect(await engine.context.watch.state()).toMatchObject({
      condition: 'unreachable',
      message: expect.stringContaining('is not there'),
    });
    renameSync(`${folder}.away`, folder);
    expect(await settle()).toBe(true);
    expect(await engine.context.watch.state()).toMatchObject({ condition: 'watching', message: null });
    // Gone between the look and the import: nothing is held against it.
    const file = write('brief.csv', CIVIC);
    await look();
    nowMs += HALF_MINUTE;
    const jobId = await engine.context.watch.look();
    renameSync(file, `${file}.tmp`);
    await engine.context.jobs.wait(jobId ?? '');
    renameSync(`${file}.tmp`, file);
    await settle();
    expect(await batches()).toEqual(['stock.csv', 'brief.csv']);
  });
});
