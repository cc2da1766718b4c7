/** Switches the watched folder on and off. What is wrong with the folder is said at once, not overnight. */

import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { WatchSettings } from '@shared/contract/watch';
import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import { readWatchSettings, saveWatchSettings } from './watch-settings';
import { noteFiles, readHandled } from './watched-files';

const words = engineTexts.importing.watching;

type Changes = { [Name in keyof WatchSettings]?: WatchSettings[Name] | undefined };

/** Throws BAD_INPUT without a folder or for DOSO's own, NOT_FOUND when it cannot be read. */
export async function updateWatch(
  context: EngineContext,
  changes: Changes,
  isPresentWanted: boolean,
): Promise<void> {
  const { db, watch } = context;
  const before = await readWatchSettings(db);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const settings: WatchSettings = { ...before, ...given };
  const isBegun = settings.isOn && (!before.isOn || before.folder !== settings.folder);
  if (isBegun) {
    const folder = checkFolder(context, settings.folder);
    settings.folder = folder;
    const seen = await watch.read(folder);
    if ('why' in seen) {
      throw new AppError('NOT_FOUND', seen.why, { nextStep: words.notReachable });
    }
    if (!isPresentWanted) await passOver(context, folder, seen);
  }
  await saveWatchSettings(db, settings);
}

function checkFolder({ dataDirectory }: EngineContext, folder: string | null): string {
  if (folder === null) {
    throw new AppError('BAD_INPUT', words.noFolder.message, {
      nextStep: words.noFolder.nextStep,
    });
  }
  const chosen = path.resolve(folder);
  const fromOwn = path.relative(path.resolve(dataDirectory), chosen);
  if (fromOwn === '' || (!fromOwn.startsWith('..') && !path.isAbsolute(fromOwn))) {
    throw new AppError('BAD_INPUT', words.ownFolder.message, {
      nextStep: words.ownFolder.nextStep,
    });
  }
  return chosen;
}

/** What is there already was not saved overnight; it is listed, and can be imported from there. */
async function passOver(
  { db, now }: EngineContext,
  folder: string,
  seen: Awaited<ReturnType<EngineContext['watch']['read']>>,
): Promise<void> {
  if ('why' in seen) return;
  const handled = await readHandled(db, folder);
  const fresh = seen.filter(({ file }) => !handled.has(file));
  const words = { state: 'present', message: engineTexts.importing.watching.wasThere } as const;
  await noteFiles(db, folder, fresh, words, now().toISOString());
}
