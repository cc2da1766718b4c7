/** The screens in the order of the navigation; their place is their shortcut, Ctrl+1 and on. */
import {
  IconAdjustmentsHorizontal,
  IconArrowsDiff,
  IconChartLine,
  IconClipboardList,
  IconDatabaseImport,
  IconFileSpreadsheet,
  IconHourglassLow,
  IconLayoutDashboard,
  IconMessageCheck,
  IconReceipt,
  IconRewindBackward10,
  IconSettings,
  IconSteeringWheel,
} from '@tabler/icons-react';

export const screens = [
  { id: 'overview', path: '/', label: 'Overview', icon: IconLayoutDashboard, about: 'What to do today' },
  {
    id: 'inventory',
    path: '/inventory',
    label: 'Inventory',
    icon: IconSteeringWheel,
    about: 'Every unit in stock',
  },
  { id: 'sales', path: '/sales', label: 'Sales', icon: IconReceipt, about: 'What sold, and at what gross' },
  { id: 'forecast', path: '/forecast', label: 'Forecast', icon: IconChartLine, about: 'What will sell' },
  {
    id: 'order-plan',
    path: '/order-plan',
    label: 'Order plan',
    icon: IconClipboardList,
    about: 'What to order, and why',
  },
  { id: 'gaps', path: '/gaps', label: 'Gaps', icon: IconArrowsDiff, about: 'What to get and what to reduce' },
  {
    id: 'aged-units',
    path: '/aged-units',
    label: 'Aged units',
    icon: IconHourglassLow,
    about: 'What stands too long, and the way out',
  },
  {
    id: 'imports',
    path: '/imports',
    label: 'Imports',
    icon: IconDatabaseImport,
    about: 'Bring in your exports',
  },
  { id: 'reports', path: '/reports', label: 'Reports', icon: IconFileSpreadsheet, about: 'Excel and PDF' },
  {
    id: 'feedback',
    path: '/feedback',
    label: 'Feedback',
    icon: IconMessageCheck,
    about: 'What became of recommendations',
  },
  {
    id: 'learning',
    path: '/learning',
    label: 'Learning',
    icon: IconAdjustmentsHorizontal,
    about: 'What the score weighs, and why',
  },
  {
    id: 'replay',
    path: '/replay',
    label: 'Replay',
    icon: IconRewindBackward10,
    about: 'Would DOSO have earned more?',
  },
  {
    id: 'settings',
    path: '/settings',
    label: 'Settings',
    icon: IconSettings,
    about: 'Costs, targets and limits',
  },
] as const;

export type ScreenId = (typeof screens)[number]['id'];
export type ScreenPath = (typeof screens)[number]['path'];

/** The digit that opens a screen with Ctrl: 1 to 9, 0 for the tenth, none for those after. */
export function shortcutDigit(index: number): string | null {
  return index < 9 ? String(index + 1) : index === 9 ? '0' : null;
}
