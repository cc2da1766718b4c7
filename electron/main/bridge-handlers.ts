/** Answers what the window may ask of the desktop. Every sender and every argument is checked. */

import type { BridgeResult, SavedFile } from '@shared/contract/desktop-bridge';
import { AppError } from '@shared/contract/errors';
import { type ReportRequest, reportRequestSchema } from '@shared/contract/reports';
import { sharedTexts } from '@shared/texts/shared-texts';
import {
  BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  Notification,
  shell,
} from 'electron';
import { z } from 'zod';
import type { EngineArguments } from '../engine/transport/parent-messages';
import { appOrigin } from './app-protocol';
import { handleBackups } from './backup-handlers';
import { channels } from './channels';
import { createEngineClient } from './engine-client';
import type { EngineSupervisor } from './engine-supervisor';
import { printReport } from './printing';
import { openReport } from './windows';

const EXTENSIONS = ['csv', 'tsv', 'txt', 'xlsx', 'xls', 'json', 'parquet', 'xml', 'html', 'zip', 'gz', 'pdf'];
const savePathSchema = z.object({
  defaultName: z.string().max(200),
  extension: z.enum(['xlsx', 'pdf', 'csv', 'json', 'dosobackup']),
});
const printSchema = z.object({ path: z.string().min(1), request: reportRequestSchema });
const notificationSchema = z.object({ title: z.string().max(200), body: z.string().max(500) });
const pathSchema = z.string().min(1).max(4096);

/** Files that the user chose in a save dialog: the page may have main write to these and to no others. */
const chosenPaths = new Set<string>();

export type Handle = <T>(
  channel: string,
  answer: (event: IpcMainInvokeEvent, argument: unknown) => Promise<T>,
) => void;

export function handleBridge(
  supervisor: EngineSupervisor,
  engineArguments: EngineArguments,
  developmentUrl: string | undefined,
): void {
  const isOurs = (event: IpcMainInvokeEvent | IpcMainEvent) => {
    const url = event.senderFrame?.url ?? '';
    return (
      url.startsWith(`${appOrigin}/`) || (developmentUrl !== undefined && url.startsWith(developmentUrl))
    );
  };
  const handle: Handle = (channel, answer) =>
    ipcMain.handle(channel, (event, argument: unknown) => {
      if (!isOurs(event)) throw new Error('refused: not the app’s own page');
      return answer(event, argument);
    });

  handle(channels.chooseFiles, async (event) => {
    const choice = await withWindow(event, (window) =>
      dialog.showOpenDialog(window, {
        title: sharedTexts.desktop.choose.exportsTitle,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: sharedTexts.desktop.choose.exports, extensions: EXTENSIONS },
          { name: sharedTexts.desktop.choose.allFiles, extensions: ['*'] },
        ],
      }),
    );
    return choice?.filePaths ?? [];
  });
  handle(channels.chooseSavePath, async (event, argument) => {
    const { defaultName, extension } = savePathSchema.parse(argument);
    const choice = await withWindow(event, (window) =>
      dialog.showSaveDialog(window, {
        defaultPath: defaultName,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      }),
    );
    if (!choice?.filePath) return null;
    chosenPaths.add(choice.filePath);
    return choice.filePath;
  });
  handle(channels.printReport, async (_event, argument) => {
    const { path, request } = printSchema.parse(argument);
    return asResult(() => printStoreReport(supervisor, path, request));
  });
  handle(channels.showInFolder, async (_event, argument) =>
    shell.showItemInFolder(pathSchema.parse(argument)),
  );
  handle(channels.openFile, async (_event, argument) => openReport(pathSchema.parse(argument)));
  handleBackups(handle, supervisor, engineArguments);
  ipcMain.on(channels.showNotification, (event, argument: unknown) => {
    const notification = notificationSchema.safeParse(argument);
    if (isOurs(event) && notification.success) showNotification(event, notification.data);
  });
  ipcMain.on(channels.retryEngine, (event) => {
    if (isOurs(event)) supervisor.retry();
  });
  ipcMain.on(channels.requestEnginePort, (event) => {
    if (!isOurs(event)) return;
    event.sender.send(channels.engineState, supervisor.current);
    event.sender.postMessage(channels.enginePort, null, [supervisor.connect()]);
  });
}

function showNotification(event: IpcMainEvent, words: z.infer<typeof notificationSchema>): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification(words);
  notification.on('click', () => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  notification.show();
}

async function printStoreReport(
  supervisor: EngineSupervisor,
  path: string,
  request: ReportRequest,
): Promise<SavedFile> {
  if (!chosenPaths.has(path)) throw new AppError('FILE_NOT_WRITTEN', sharedTexts.desktop.print.notChosen);
  const { state, message } = supervisor.current;
  if (state === 'failed')
    throw new AppError('DATABASE_FAILED', message ?? sharedTexts.desktop.engine.notRunning);
  const port = supervisor.connect();
  try {
    const client = createEngineClient(port);
    const model = await client.reports.build(request);
    const saved = await printReport(model, path);
    await client.reports.noteSaved({ path, format: 'pdf' });
    return saved;
  } finally {
    port.close();
  }
}

async function asResult<T>(action: () => Promise<T>): Promise<BridgeResult<T>> {
  try {
    return { ok: true, value: await action() };
  } catch (error) {
    const known = error as {
      code?: string;
      message?: string;
      nextStep?: string | null;
      data?: { nextStep?: string | null };
    };
    const code = typeof known.code === 'string' ? known.code : 'INTERNAL';
    const nextStep = error instanceof AppError ? error.nextStep : (known.data?.nextStep ?? null);
    return {
      ok: false,
      error: { code, message: known.message ?? sharedTexts.desktop.print.failed, nextStep },
    };
  }
}

export function withWindow<T>(
  event: IpcMainInvokeEvent,
  action: (window: BrowserWindow) => Promise<T>,
): Promise<T> | undefined {
  const window = BrowserWindow.fromWebContents(event.sender);
  return window ? action(window) : undefined;
}
