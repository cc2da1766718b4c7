import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, type Rectangle, screen, session, shell } from 'electron';
import { appOrigin } from './app-protocol';

type WindowState = { bounds: Rectangle; isMaximized: boolean; zoomFactor?: number };

/** Sandboxed in every window: no Node, no shared context, no navigation, no new windows, no permissions. */
export function secureWebPreferences(preload?: string): Electron.WebPreferences {
  return {
    ...(preload ? { preload } : {}),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  };
}

export function createMainWindow(developmentUrl: string | undefined): BrowserWindow {
  const state = readWindowState();
  const window = new BrowserWindow({
    ...(state?.bounds ?? { width: 1280, height: 800 }),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'DOSO',
    backgroundColor: '#f6f7f9',
    webPreferences: secureWebPreferences(path.join(__dirname, '../preload/index.js')),
  });
  if (state?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.webContents.once('did-finish-load', () => {
    if (state?.zoomFactor) window.webContents.setZoomFactor(state.zoomFactor);
  });
  window.on('close', () => saveWindowState(window));
  keepInside(window, developmentUrl);
  void window.loadURL(developmentUrl ?? `${appOrigin}/index.html`);
  return window;
}

/** Nothing outside the app is loaded or opened, and no page gets a permission. */
export function keepInside(window: BrowserWindow, developmentUrl?: string): void {
  const origin = developmentUrl ? new URL(developmentUrl).origin : appOrigin;
  window.webContents.on('will-navigate', (event, url) => {
    if (!url.startsWith(`${origin}/`)) event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** Opens a report with the program the user has for it; nothing that could run is opened. */
export async function openReport(file: string): Promise<void> {
  const allowed = new Set(['.pdf', '.xlsx', '.csv']);
  if (allowed.has(path.extname(file).toLowerCase())) await shell.openPath(file);
}

function stateFile(): string {
  return path.join(app.getPath('userData'), 'window.json');
}

/** Undefined when nothing was saved, or when the saved place is on no display that is there now. */
function readWindowState(): WindowState | undefined {
  try {
    const state = JSON.parse(readFileSync(stateFile(), 'utf8')) as WindowState;
    return screen.getAllDisplays().some(({ workArea }) => overlaps(workArea, state.bounds))
      ? state
      : undefined;
  } catch {
    return undefined;
  }
}

/** Enough of the window to take hold of must be inside. */
function overlaps(area: Rectangle, bounds: Rectangle): boolean {
  const width = Math.min(area.x + area.width, bounds.x + bounds.width) - Math.max(area.x, bounds.x);
  const height = Math.min(area.y + area.height, bounds.y + bounds.height) - Math.max(area.y, bounds.y);
  return width >= 200 && height >= 100;
}

function saveWindowState(window: BrowserWindow): void {
  try {
    const state: WindowState = {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      zoomFactor: window.webContents.getZoomFactor(),
    };
    writeFileSync(stateFile(), JSON.stringify(state));
  } catch {
    // A window that opens at its default size next time is no reason to stop closing.
  }
}
