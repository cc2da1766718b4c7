/**
 * The screens in the order of the navigation; their place is their shortcut, Ctrl+1 and on. `filters` says what of the
 * shared filter a screen obeys: all of it, all but the period of sales, or none.
 */
import {
  IconAdjustmentsHorizontal,
  IconArrowsDiff,
  IconChartLine,
  IconClipboardList,
  IconDatabaseImport,
  IconFileSpreadsheet,
  IconHourglassLow,
  IconLayoutDashboard,
  IconMap2,
  IconMessageCheck,
  IconReceipt,
  IconRewindBackward10,
  IconSettings,
  IconSteeringWheel,
} from '@tabler/icons-react';
import { texts } from '../texts/texts';

const words = texts.screens;

export const screens = [
  {
    id: 'overview',
    path: '/',
    ...words.overview,
    icon: IconLayoutDashboard,
    filters: 'all',
  },
  {
    id: 'inventory',
    path: '/inventory',
    ...words.inventory,
    icon: IconSteeringWheel,
    filters: 'vehicles',
  },
  {
    id: 'sales',
    path: '/sales',
    ...words.sales,
    icon: IconReceipt,
    filters: 'all',
  },
  {
    id: 'market',
    path: '/market',
    ...words.market,
    icon: IconMap2,
    filters: 'all',
  },
  {
    id: 'forecast',
    path: '/forecast',
    ...words.forecast,
    icon: IconChartLine,
    filters: 'vehicles',
  },
  {
    id: 'order-plan',
    path: '/order-plan',
    ...words.orderPlan,
    icon: IconClipboardList,
    filters: 'vehicles',
  },
  {
    id: 'gaps',
    path: '/gaps',
    ...words.gaps,
    icon: IconArrowsDiff,
    filters: 'vehicles',
  },
  {
    id: 'aged-units',
    path: '/aged-units',
    ...words.agedUnits,
    icon: IconHourglassLow,
    filters: 'vehicles',
  },
  {
    id: 'imports',
    path: '/imports',
    ...words.imports,
    icon: IconDatabaseImport,
    filters: 'none',
  },
  {
    id: 'reports',
    path: '/reports',
    ...words.reports,
    icon: IconFileSpreadsheet,
    filters: 'none',
  },
  {
    id: 'feedback',
    path: '/feedback',
    ...words.feedback,
    icon: IconMessageCheck,
    filters: 'vehicles',
  },
  {
    id: 'learning',
    path: '/learning',
    ...words.learning,
    icon: IconAdjustmentsHorizontal,
    filters: 'none',
  },
  {
    id: 'replay',
    path: '/replay',
    ...words.replay,
    icon: IconRewindBackward10,
    filters: 'none',
  },
  {
    id: 'settings',
    path: '/settings',
    ...words.settings,
    icon: IconSettings,
    filters: 'none',
  },
] as const;

export type ScreenPath = (typeof screens)[number]['path'];

/** The digit that opens a screen with Ctrl: 1 to 9, 0 for the tenth, none for those after. */
export function shortcutDigit(index: number): string | null {
  return index < 9 ? String(index + 1) : index === 9 ? '0' : null;
}

/** The screen whose address this is; the Overview where there is none such. */
export function screenAt(pathname: string): (typeof screens)[number] | undefined {
  return screens.find(({ path }) => path === pathname);
}
