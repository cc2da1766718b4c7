/** The sample store in one click: its exports are written to a temporary folder and go through the whole cycle. */

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import type { JobHandle } from '../jobs/job-runner';
import { writeSample } from '../sample/write-sample';
import { type CycleResult, runCycle } from './run-cycle';

const texts = engineTexts.keeping;

/** Throws CONFLICT when a real store has the sample's code: its rows must not be mixed with invented ones. */
export async function loadSampleStore(context: EngineContext, handle: JobHandle): Promise<CycleResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'doso-sample-'));
  try {
    handle.report(null, texts.jobs.writingSample);
    const { stores } = await writeSample({ outDir: folder });
    await declareSampleStores(context, stores);
    const names = (await readdir(folder)).sort();
    const importOptions = { kind: 'auto' as const, coverage: 'full' as const, map: {} };
    return await runCycle(
      context,
      { paths: names.map((name) => path.join(folder, name)), importOptions },
      handle,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function declareSampleStores(context: EngineContext, codes: readonly string[]): Promise<void> {
  for (const code of codes) {
    const existing = await context.db
      .selectFrom('store')
      .select('isSample')
      .where('code', '=', code)
      .executeTakeFirst();
    if (existing?.isSample) continue;
    if (existing) {
      throw new AppError('CONFLICT', texts.failures.ownStoreWithSampleCode.message(code), {
        nextStep: texts.failures.ownStoreWithSampleCode.nextStep,
      });
    }
    await context.db
      .insertInto('store')
      .values({ code, name: code, region: null, settings: '{}', isSample: true })
      .execute();
  }
}
