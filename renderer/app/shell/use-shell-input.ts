/** Keys, menu commands and dropped files: whatever reaches the shell from outside a screen. */
import { useHotkeys, useWindowEvent } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { addFiles } from '../../features/imports/add-files';
import { desktop } from '../../lib/desktop-bridge';
import { useCommands } from '../use-commands';
import { shortcuts } from './shortcuts';

const MOUSE_BACK = 3;
const MOUSE_FORWARD = 4;

export function useShellInput(): void {
  const commands = useCommands();
  const latest = useRef(commands);
  latest.current = commands;
  const run = (id: string) => latest.current.find((command) => command.id === id)?.run();

  useHotkeys(
    shortcuts.flatMap(({ keys, command }) =>
      command === undefined ? [] : keys.map((key): [string, () => void] => [key, () => run(command)]),
    ),
  );
  useWindowEvent('mouseup', ({ button }) => {
    if (button === MOUSE_BACK) run('back');
    if (button === MOUSE_FORWARD) run('forward');
  });
  useEffect(
    () =>
      desktop.onMenuCommand((command) => {
        if (command === 'undo' && isTyping()) document.execCommand('undo');
        else latest.current.find(({ id }) => id === command)?.run();
      }),
    [],
  );
  useFileDrop();
}

/** In a text field the platform's own undo is meant. */
function isTyping(): boolean {
  return document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea');
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
