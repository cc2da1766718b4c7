/** The menus as each platform has them: an app menu, `Cmd` and Close on a Mac, Quit under File elsewhere. */
import type { MenuCommand } from '@shared/contract/desktop-bridge';
import { screenNames } from '@shared/domain/screen-names';
import { sharedTexts } from '@shared/texts/shared-texts';
import type { MenuItemConstructorOptions } from 'electron';

const words = sharedTexts.desktop.menu;

type MakeCommand = (label: string, name: MenuCommand, accelerator?: string) => MenuItemConstructorOptions;

export function menuTemplate(isMac: boolean, command: MakeCommand): MenuItemConstructorOptions[] {
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: words.file,
      submenu: [
        command(words.importFiles, 'open-files', 'CmdOrCtrl+O'),
        command(words.saveReport, 'save-report', 'CmdOrCtrl+S'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: words.edit,
      submenu: [
        // The page undoes its own changes; in a text field the keys keep their usual meaning.
        { ...command(words.undo, 'undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: words.go,
      submenu: [
        command(words.find, 'command-palette', 'CmdOrCtrl+K'),
        { ...command(words.back, 'back', isMac ? 'Cmd+[' : 'Alt+Left'), registerAccelerator: false },
        { ...command(words.forward, 'forward', isMac ? 'Cmd+]' : 'Alt+Right'), registerAccelerator: false },
        { type: 'separator' },
        // The page itself listens to these keys; here they are only shown.
        ...screenNames.map((screen, index) => ({
          ...command(
            sharedTexts.desktop.screens[screen],
            `go-${screen}`,
            index < 10 ? `CmdOrCtrl+${(index + 1) % 10}` : undefined,
          ),
          registerAccelerator: false,
        })),
      ],
    },
    {
      label: words.view,
      submenu: [
        command(words.theme, 'toggle-theme', 'CmdOrCtrl+Shift+L'),
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
        { ...command(words.help, 'help', 'F1'), registerAccelerator: false },
        { ...command(words.shortcuts, 'shortcuts', 'Shift+/'), registerAccelerator: false },
      ],
    },
  ];
}
