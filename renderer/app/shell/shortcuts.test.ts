import { screenNames } from '@shared/domain/screen-names';
import { sharedTexts } from '@shared/texts/shared-texts';
import { describe, expect, it } from 'vitest';
import { screens } from '../screens';
import { shortcuts, writeKeys } from './shortcuts';

describe('shortcuts', () => {
  it('gives no key two meanings', () => {
    const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('writes keys as each platform does', () => {
    expect(writeKeys('mod+shift+L', false)).toBe('Ctrl Shift L');
    expect(writeKeys('mod+shift+L', true)).toBe('⌘ ⇧ L');
  });

  it('shows the same screens in the navigation and in the menus of the platform', () => {
    expect(screens.map(({ id, label }) => [id, label])).toEqual(
      screenNames.map((name) => [name, sharedTexts.desktop.screens[name]]),
    );
  });
});
