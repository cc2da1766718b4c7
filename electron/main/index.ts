/** The main process: composition only. */
import path from 'node:path';
import type { EngineStateChange } from '@shared/contract/desktop-bridge';
import { app, BrowserWindow, powerMonitor } from 'electron';
import { declareAppProtocol, serveAppProtocol } from './app-protocol';
import { handleBridge } from './bridge-handlers';
import { channels } from './channels';
import { EngineSupervisor } from './engine-supervisor';
import { installMenu } from './menu';
import { readPrintRequest, runPrintHelper } from './print-helper';
import { readSystemKey } from './system-key';
import { systemVault } from './system-vault';
import { createMainWindow, denyPermissions } from './windows';

const developmentUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const printRequest = readPrintRequest(process.argv);
// The same folder as the command line's: the database in it, the window's own files in a folder beside.
const chosenDirectory = process.env.DOSO_DATA_DIR ? path.resolve(process.env.DOSO_DATA_DIR) : undefined;
if (chosenDirectory) app.setPath('userData', path.join(chosenDirectory, 'window'));

declareAppProtocol();

if (printRequest) {
  void app.whenReady().then(() => {
    serveAppProtocol(path.join(__dirname, '../renderer'));
    denyPermissions();
    return runPrintHelper(printRequest);
  });
} else if (app.requestSingleInstanceLock()) {
  startApp();
} else {
  // The first instance shows its window.
  app.quit();
}

function startApp(): void {
  const engineArguments = {
    dataDirectory: chosenDirectory ?? path.join(app.getPath('userData'), 'data'),
    templateFile: path
      .join(__dirname, '../database-template.tar.gz')
      .replace('app.asar', 'app.asar.unpacked'),
    version: app.getVersion(),
  };
  const tellWindows = (change: EngineStateChange) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channels.engineState, change);
  };
  const supervisor = new EngineSupervisor(engineArguments, tellWindows, () =>
    readSystemKey(engineArguments.dataDirectory, systemVault),
  );
  let isStopping = false;
  let wantsReopening = false;
  app.on('second-instance', () => {
    // Started again while the engine is still closing: open once it has.
    if (isStopping) wantsReopening = true;
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  void app.whenReady().then(() => {
    serveAppProtocol(path.join(__dirname, '../renderer'));
    denyPermissions();
    installMenu(channels.menuCommand);
    handleBridge(supervisor, engineArguments, developmentUrl);
    supervisor.start();
    powerMonitor.on('suspend', () => supervisor.lock());
    powerMonitor.on('lock-screen', () => supervisor.lock());
    createMainWindow(developmentUrl);
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) createMainWindow(developmentUrl);
    });
  });
  app.on('window-all-closed', () => app.quit());
  let isEngineStopped = false;
  app.on('before-quit', (event) => {
    if (isEngineStopped) return;
    event.preventDefault();
    if (isStopping) return;
    isStopping = true;
    void supervisor.stop().finally(() => {
      isEngineStopped = true;
      if (wantsReopening) app.relaunch();
      app.quit();
    });
  });
}
