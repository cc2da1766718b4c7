/** The bridge: forwards the engine's port into the page and exposes what the desktop does for it. */

import {
  bridgeName,
  type DesktopBridge,
  type EngineStateChange,
  enginePortMessage,
  type MenuCommand,
} from '@shared/contract/desktop-bridge';
import { sharedTexts } from '@shared/texts/shared-texts';
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels } from '../main/channels';

const bridge: DesktopBridge = {
  appVersion: __APP_VERSION__,
  runtimeNote: process.versions.electron.startsWith('25.') ? sharedTexts.desktop.testRuntime : null,
  chooseFiles: () => ipcRenderer.invoke(channels.chooseFiles),
  // Before Electron 29 the path was a property of the file.
  pathForFile: (file) =>
    webUtils ? webUtils.getPathForFile(file as never) : String((file as { path?: string }).path ?? ''),
  chooseSavePath: (options) => ipcRenderer.invoke(channels.chooseSavePath, options),
  printReport: (options) => ipcRenderer.invoke(channels.printReport, options),
  showNotification: (notification) => ipcRenderer.send(channels.showNotification, notification),
  showInFolder: (path) => ipcRenderer.invoke(channels.showInFolder, path),
  openFile: (path) => ipcRenderer.invoke(channels.openFile, path),
  chooseFolder: (title) => ipcRenderer.invoke(channels.chooseFolder, title),
  chooseBackup: () => ipcRenderer.invoke(channels.chooseBackup),
  listBackups: () => ipcRenderer.invoke(channels.listBackups),
  previewBackup: (request) => ipcRenderer.invoke(channels.previewBackup, request),
  restoreBackup: (request) => ipcRenderer.invoke(channels.restoreBackup, request),
  backUpWithoutEngine: (request) => ipcRenderer.invoke(channels.backUpWithoutEngine, request),
  verifyDatabase: () => ipcRenderer.invoke(channels.verifyDatabase),
  listProcesses: () => ipcRenderer.invoke(channels.listProcesses),
  showLog: () => ipcRenderer.invoke(channels.showLog),
  retryEngine: () => ipcRenderer.send(channels.retryEngine),
  requestEnginePort: () => ipcRenderer.send(channels.requestEnginePort),
  onEngineState: (listener) => subscribe<EngineStateChange>(channels.engineState, listener),
  onMenuCommand: (listener) => subscribe<MenuCommand>(channels.menuCommand, listener),
};

function subscribe<T>(channel: string, listener: (value: T) => void): () => void {
  const handler = (_event: unknown, value: T) => listener(value);
  ipcRenderer.on(channel, handler);
  return () => ipcRenderer.removeListener(channel, handler);
}

ipcRenderer.on(channels.enginePort, (event) => {
  // Ports cannot cross the context bridge; the page hears of them by a window message to itself.
  (globalThis as unknown as Window).postMessage(enginePortMessage, '*', [...event.ports]);
});

contextBridge.exposeInMainWorld(bridgeName, bridge);
