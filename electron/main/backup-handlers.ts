/** What the window may ask about backups: choosing places, and work that needs the engine out of the way. */

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { sharedTexts } from '@shared/texts/shared-texts';
import { dialog, shell } from 'electron';
import { z } from 'zod';
import type { EngineArguments } from '../engine/transport/parent-messages';
import { type Handle, withWindow } from './bridge-handlers';
import { channels } from './channels';
import type { EngineSupervisor } from './engine-supervisor';
import { listProcesses } from './list-processes';
import { runRescue } from './run-rescue';

/** Only files that are named as backups are opened or written on the page's word. */
const requestSchema = z.object({
  file: z
    .string()
    .max(4096)
    .refine((file) => path.isAbsolute(file) && file.endsWith('.dosobackup')),
  passphrase: z.string().max(1000).optional(),
});

function readRequest(argument: unknown): { file: string; passphrase?: string } {
  const { file, passphrase } = requestSchema.parse(argument);
  return { file, ...(passphrase === undefined ? {} : { passphrase }) };
}

export function handleBackups(
  handle: Handle,
  supervisor: EngineSupervisor,
  engineArguments: EngineArguments,
): void {
  handle(channels.chooseFolder, async (event, argument) => {
    const title = z.string().max(200).parse(argument);
    const choice = await withWindow(event, (window) =>
      dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] }),
    );
    return choice?.filePaths[0] ?? null;
  });
  handle(channels.chooseBackup, async (event) => {
    const choice = await withWindow(event, (window) =>
      dialog.showOpenDialog(window, {
        title: sharedTexts.desktop.choose.backupTitle,
        properties: ['openFile'],
        filters: [{ name: sharedTexts.desktop.choose.backups, extensions: ['dosobackup'] }],
      }),
    );
    return choice?.filePaths[0] ?? null;
  });
  handle(channels.listBackups, () => runRescue(engineArguments, { type: 'list' }));
  handle(channels.previewBackup, (_event, argument) =>
    runRescue(engineArguments, { type: 'preview', ...readRequest(argument) }),
  );
  handle(channels.restoreBackup, (_event, argument) => {
    const request = readRequest(argument);
    return supervisor.whileResting(sharedTexts.desktop.resting.restoring, () =>
      runRescue(engineArguments, { type: 'restore', ...request }),
    );
  });
  handle(channels.backUpWithoutEngine, (_event, argument) => {
    const request = readRequest(argument);
    return supervisor.whileResting(sharedTexts.desktop.resting.backingUp, () =>
      runRescue(engineArguments, { type: 'backUp', ...request }),
    );
  });
  handle(channels.verifyDatabase, () =>
    supervisor.whileResting(sharedTexts.desktop.resting.verifying, () =>
      runRescue(engineArguments, { type: 'verify' }),
    ),
  );
  handle(channels.listProcesses, async () => listProcesses());
  handle(channels.showLog, async () => {
    await mkdir(path.dirname(supervisor.logFile), { recursive: true });
    shell.showItemInFolder(supervisor.logFile);
  });
}
