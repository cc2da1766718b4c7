import { basename } from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { AREAS_OF_IMPORTS, importExports, lookBack } from '../cycle/import-exports';
import { compareBatch } from '../importing/account/compare-batches';
import { findFiles } from '../importing/find-files';
import { getTemplate } from '../importing/get-template';
import { listBatches, listProblems } from '../importing/list-batches';
import { previewFiles } from '../importing/preview-files';
import { forgetProfile, listProfiles, renameProfile } from '../importing/profiles';
import { saveRejects } from '../importing/save-rejects';
import { describeUndo, undoBatch } from '../importing/undo-batch';
import { listStores } from '../stores/list-stores';
import { implementer } from './implementer';

const texts = engineTexts.keeping;

export const imports = {
  findFiles: implementer.imports.findFiles.handler(({ input }) => findFiles(input.paths)),
  preview: implementer.imports.preview.handler(({ context, input }) =>
    previewFiles(context, input.paths, input.options),
  ),
  start: implementer.imports.start.handler(async ({ context, input }) => {
    const title =
      input.paths.length === 1
        ? texts.jobs.titles.importFile(basename(input.paths[0] ?? ''))
        : texts.jobs.titles.importFiles(input.paths.length);
    const job = await context.jobs.start(
      'import',
      title,
      async (handle) => ({ report: await importExports(context, input, handle) }),
      { storesRowsOf: input.paths },
    );
    return { jobId: job.id };
  }),
  listBatches: implementer.imports.listBatches.handler(({ context, input }) =>
    listBatches(context.db, input),
  ),
  listProblems: implementer.imports.listProblems.handler(({ context, input }) =>
    listProblems(context.db, input.batchId, input),
  ),
  compareBatch: implementer.imports.compareBatch.handler(
    ({ context, input: { batchId, change, offset, limit } }) =>
      compareBatch(context.db, { batchId, change, offset, limit }),
  ),
  describeUndo: implementer.imports.describeUndo.handler(({ context, input }) =>
    describeUndo(context, input.batchId, input.isBackTo),
  ),
  undo: implementer.imports.undo.handler(async ({ context, input }) => {
    const batch = await undoBatch(context, input.batchId, input.isBackTo);
    const stores = await listStores(context.db);
    await lookBack(context, new Set(input.isBackTo ? stores.map(({ code }) => code) : batch.storeCodes));
    context.events.dataChanged(...AREAS_OF_IMPORTS);
    return batch;
  }),
  saveRejects: implementer.imports.saveRejects.handler(({ context, input }) => {
    if (!input.path.toLowerCase().endsWith('.csv')) {
      throw new AppError('BAD_INPUT', texts.failures.rejectsPath.message, {
        nextStep: texts.failures.rejectsPath.nextStep,
      });
    }
    return saveRejects(context, input.batchId, input.path);
  }),
  listProfiles: implementer.imports.listProfiles.handler(async ({ context }) => ({
    profiles: await listProfiles(context.db),
  })),
  renameProfile: implementer.imports.renameProfile.handler(async ({ context, input }) => {
    await renameProfile(context.db, input.profileId, input.name);
    context.events.dataChanged('imports');
    return { profiles: await listProfiles(context.db) };
  }),
  forgetProfile: implementer.imports.forgetProfile.handler(async ({ context, input }) => {
    await forgetProfile(context.db, input.profileId);
    context.events.dataChanged('imports');
    return { profiles: await listProfiles(context.db) };
  }),
  getTemplate: implementer.imports.getTemplate.handler(({ input }) => getTemplate(input.kind)),
};
