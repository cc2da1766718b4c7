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

export const screens = [
  {
    id: 'overview',
    path: '/',
    label: 'Overview',
    icon: IconLayoutDashboard,
    about: 'What to do today',
    filters: 'all',
  },
  {
    id: 'inventory',
    path: '/inventory',
    label: 'Inventory',
    icon: IconSteeringWheel,
    about: 'Every unit in stock',
    filters: 'vehicles',
  },
  {
    id: 'sales',
    path: '/sales',
    label: 'Sales',
    icon: IconReceipt,
    about: 'What sold, and at what gross',
    filters: 'all',
  },
  {
    id: 'market',
    path: '/market',
    label: 'Market',
    icon: IconMap2,
    about: 'Share, buyers on the map, price to market',
    filters: 'all',
  },
  {
    id: 'forecast',
    path: '/forecast',
    label: 'Forecast',
    icon: IconChartLine,
    about: 'What will sell',
    filters: 'vehicles',
  },
  {
    id: 'order-plan',
    path: '/order-plan',
    label: 'Order plan',
    icon: IconClipboardList,
    about: 'What to order, and why',
    filters: 'vehicles',
  },
  {
    id: 'gaps',
    path: '/gaps',
    label: 'Gaps',
    icon: IconArrowsDiff,
    about: 'What to get and what to reduce',
    filters: 'vehicles',
  },
  {
    id: 'aged-units',
    path: '/aged-units',
    label: 'Aged units',
    icon: IconHourglassLow,
    about: 'What stands too long, and the way out',
    filters: 'vehicles',
  },
  {
    id: 'imports',
    path: '/imports',
    label: 'Imports',
    icon: IconDatabaseImport,
    about: 'Bring in your exports',
    filters: 'none',
  },
  {
    id: 'reports',
    path: '/reports',
    label: 'Reports',
    icon: IconFileSpreadsheet,
    about: 'Excel and PDF',
    filters: 'none',
  },
  {
    id: 'feedback',
    path: '/feedback',
    label: 'Feedback',
    icon: IconMessageCheck,
    about: 'What became of recommendations',
    filters: 'vehicles',
  },
  {
    id: 'learning',
    path: '/learning',
    label: 'Learning',
    icon: IconAdjustmentsHorizontal,
    about: 'What the score weighs, and why',
    filters: 'none',
  },
  {
    id: 'replay',
    path: '/replay',
    label: 'Replay',
    icon: IconRewindBackward10,
    about: 'Would DOSO have earned more?',
    filters: 'none',
  },
  {
    id: 'settings',
    path: '/settings',
    label: 'Settings',
    icon: IconSettings,
    about: 'Costs, targets and limits',
    filters: 'none',
  },
] as const;

export type ScreenId = (typeof screens)[number]['id'];
export type ScreenPath = (typeof screens)[number]['path'];

/** The digit that opens a screen with Ctrl: 1 to 9, 0 for the tenth, none for those after. */
export function shortcutDigit(index: number): string | null {
  return index < 9 ? String(index + 1) : index === 9 ? '0' : null;
}

/** The screen whose address this is; the Overview where there is none such. */
export function screenAt(pathname: string): (typeof screens)[number] | undefined {
  return screens.find(({ path }) => path === pathname);
}
