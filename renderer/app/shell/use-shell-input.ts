/** Keys, menu commands and dropped files: whatever reaches the shell from outside a screen. */
import { useHotkeys, useWindowEvent } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { addFiles } from '../../features/imports/add-files';
import { desktop } from '../../lib/desktop-bridge';
import { screens, shortcutDigit } from '../screens';
import { useCommands } from '../use-commands';
import { usePaletteStore } from './palette-store';

export function useShellInput(): void {
  const commands = useCommands();
  const latest = useRef(commands);
  latest.current = commands;
  const run = (id: string) => latest.current.find((command) => command.id === id)?.run();

  useHotkeys(
    [
      ['mod+K', () => usePaletteStore.getState().open()],
      ['mod+O', () => run('open-files')],
      ...screens.flatMap((screen, index): [string, () => void][] => {
        const digit = shortcutDigit(index);
        return digit === null ? [] : [[`mod+${digit}`, () => run(`go-${screen.id}`)]];
      }),
    ],
    [],
  );
  useEffect(
    () =>
      desktop.onMenuCommand((command) => {
        if (command === 'command-palette') usePaletteStore.getState().open();
        else latest.current.find(({ id }) => id === command)?.run();
      }),
    [],
  );
  useFileDrop();
}

/** A file dropped anywhere is meant for import; without this the window would open it. */
function useFileDrop(): void {
  const navigate = useNavigate();
  useWindowEvent('dragover', (event) => event.preventDefault());
  useWindowEvent('drop', (event) => {
    event.preventDefault();
    const paths = [...(event.dataTransfer?.files ?? [])]
      .map((file) => desktop.pathForFile(file))
      .filter(Boolean);
    if (paths.length === 0) return;
    void addFiles(paths);
    void navigate({ to: '/imports' });
  });
}
