import type { MenuCommand } from '@shared/contract/desktop-bridge';
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

const SCREENS = [
  ['Overview', 'overview'],
  ['Inventory', 'inventory'],
  ['Sales', 'sales'],
  ['Forecast', 'forecast'],
  ['Order plan', 'order-plan'],
  ['Imports', 'imports'],
  ['Reports', 'reports'],
  ['Feedback', 'feedback'],
  ['Learning', 'learning'],
  ['Replay', 'replay'],
  ['Settings', 'settings'],
] as const;

/** Commands go to the window that has the focus; the window knows what they mean. */
export function installMenu(channel: string): void {
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    click: (_item, window) =>
      (window instanceof BrowserWindow ? window : BrowserWindow.getAllWindows()[0])?.webContents.send(
        channel,
        name,
      ),
  });
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' as const }] : []),
      {
        label: '&File',
        submenu: [
          command('Import files…', 'open-files', 'CmdOrCtrl+O'),
          command('Save report…', 'save-report', 'CmdOrCtrl+S'),
          { type: 'separator' },
          isMac ? { role: 'close' } : { role: 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        label: '&Go',
        submenu: [
          command('Find…', 'command-palette', 'CmdOrCtrl+K'),
          { type: 'separator' },
          // The page itself listens to these keys; here they are only shown.
          ...SCREENS.map(([label, screen], index) => ({
            ...command(label, `go-${screen}`, `CmdOrCtrl+${index + 1}`),
            registerAccelerator: false,
          })),
        ],
      },
      {
        label: '&View',
        submenu: [
          command('Light or dark', 'toggle-theme', 'CmdOrCtrl+Shift+L'),
          { type: 'separator' },
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  );
}
