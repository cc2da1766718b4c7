import { setTimeout as pause } from 'node:timers/promises';
import { updateWatch } from '../watching/update-watch';
import { forgetFile, listWatchedFiles } from '../watching/watched-files';
import { implementer } from './implementer';

/** Between the two looks that one asks for by hand: long enough to see a file grow. */
const MOMENT_MS = 2_000;

export const watch = {
  get: implementer.watch.get.handler(({ context }) => context.watch.state()),
  update: implementer.watch.update.handler(async ({ context, input }) => {
    const { isPresentWanted, ...changes } = input;
    await updateWatch(context, changes, isPresentWanted);
    await context.watch.look();
    context.events.dataChanged('imports');
    return context.watch.state();
  }),
  lookNow: implementer.watch.lookNow.handler(async ({ context }) => {
    await context.watch.look(MOMENT_MS);
    await pause(MOMENT_MS);
    const jobId = await context.watch.look(MOMENT_MS);
    return jobId === null ? null : { jobId };
  }),
  listFiles: implementer.watch.listFiles.handler(({ context, input }) => listWatchedFiles(context.db, input)),
  retryFile: implementer.watch.retryFile.handler(async ({ context, input }) => {
    await forgetFile(context.db, /^\d{1,15}$/.test(input.fileId) ? Number(input.fileId) : 0);
    await context.watch.look();
    context.events.dataChanged('imports');
    return context.watch.state();
  }),
};
