import type { MenuCommand } from '@shared/contract/desktop-bridge';
import { screenNames } from '@shared/domain/screen-names';
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

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
      {
        label: '&Edit',
        submenu: [
          // The page undoes its own changes; in a text field the keys keep their usual meaning.
          { ...command('Undo', 'undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
          { type: 'separator' },
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
      {
        label: '&Go',
        submenu: [
          command('Find…', 'command-palette', 'CmdOrCtrl+K'),
          { ...command('Back', 'back', isMac ? 'Cmd+[' : 'Alt+Left'), registerAccelerator: false },
          { ...command('Forward', 'forward', isMac ? 'Cmd+]' : 'Alt+Right'), registerAccelerator: false },
          { type: 'separator' },
          // The page itself listens to these keys; here they are only shown.
          ...screenNames.map(([screen, label], index) => ({
            ...command(label, `go-${screen}`, index < 10 ? `CmdOrCtrl+${(index + 1) % 10}` : undefined),
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
      {
        role: 'help',
        submenu: [
          { ...command('Help on this screen', 'help', 'F1'), registerAccelerator: false },
          { ...command('Keyboard shortcuts', 'shortcuts', 'Shift+/'), registerAccelerator: false },
        ],
      },
    ]),
  );
}
