import { screenNames } from '@shared/domain/screen-names';
import { sharedTexts } from '@shared/texts/shared-texts';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu-template';

type Item = { label?: string; role?: string; accelerator?: string; submenu?: Item[] };

const menusOf = (isMac: boolean) =>
  menuTemplate(isMac, (label, name, accelerator) => ({
    label,
    id: name,
    ...(accelerator && { accelerator }),
  })) as Item[];
const itemsOf = (menus: Item[]) => menus.flatMap(({ submenu = [] }) => submenu);
const rolesIn = (menus: Item[]) => [...menus, ...itemsOf(menus)].flatMap(({ role }) => role ?? []);

describe('menuTemplate', () => {
  it('has an app menu and Close on a Mac, and Quit elsewhere', () => {
    expect(menusOf(true)[0]).toMatchObject({ role: 'appMenu' });
    expect(rolesIn(menusOf(true))).toContain('close');
    expect(rolesIn(menusOf(true))).not.toContain('quit');
    expect(rolesIn(menusOf(false))).toContain('quit');
    expect(rolesIn(menusOf(false))).not.toContain('appMenu');
  });

  for (const isMac of [true, false]) {
    const platform = isMac ? 'a Mac' : 'Windows and Linux';

    it(`leads to every screen and zooms on ${platform}`, () => {
      const labels = itemsOf(menusOf(isMac)).map(({ label }) => label);
      for (const screen of screenNames) expect(labels).toContain(sharedTexts.desktop.screens[screen]);
      expect(rolesIn(menusOf(isMac))).toEqual(expect.arrayContaining(['zoomIn', 'zoomOut', 'resetZoom']));
    });

    it(`gives no keys twice on ${platform}, and none of another platform`, () => {
      const keys = itemsOf(menusOf(isMac)).flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((key) => key.startsWith(isMac ? 'Alt+' : 'Cmd+'))).toEqual([]);
    });
  }
});
