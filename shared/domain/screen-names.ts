/** The screens by name and label in the order of the navigation: menus of the platform and the window show the same. */
export const screenNames = [
  ['overview', 'Overview'],
  ['inventory', 'Inventory'],
  ['sales', 'Sales'],
  ['market', 'Market'],
  ['forecast', 'Forecast'],
  ['order-plan', 'Order plan'],
  ['gaps', 'Gaps'],
  ['aged-units', 'Aged units'],
  ['imports', 'Imports'],
  ['reports', 'Reports'],
  ['feedback', 'Feedback'],
  ['learning', 'Learning'],
  ['replay', 'Replay'],
  ['settings', 'Settings'],
] as const;

export type ScreenName = (typeof screenNames)[number][0];
