import type { MenuCommand } from '@shared/contract/desktop-bridge';
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { menuTemplate } from './menu-template';

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
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', command)));
}
