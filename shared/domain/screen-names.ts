/** The screens in the order of the navigation: menus of the platform and the window show the same. */
export const screenNames = [
  'overview',
  'inventory',
  'sales',
  'market',
  'forecast',
  'order-plan',
  'gaps',
  'aged-units',
  'imports',
  'reports',
  'feedback',
  'learning',
  'replay',
  'settings',
] as const;

export type ScreenName = (typeof screenNames)[number];
