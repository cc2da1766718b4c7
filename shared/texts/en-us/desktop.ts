import type { ScreenName } from '../../domain/screen-names';

const screens: Readonly<Record<ScreenName, string>> = {
  overview: 'Overview',
  inventory: 'Inventory',
  sales: 'Sales',
  market: 'Market',
  forecast: 'Forecast',
  'order-plan': 'Order plan',
  gaps: 'Gaps',
  'aged-units': 'Aged units',
  imports: 'Imports',
  reports: 'Reports',
  feedback: 'Feedback',
  learning: 'Learning',
  replay: 'Replay',
  settings: 'Settings',
};

/** Words of the desktop around the window: menus, dialogs of the system, and what is said while no engine answers. */
export const desktop = {
  screens,
  menu: {
    file: '&File',
    importFiles: 'Import files…',
    saveReport: 'Save report…',
    edit: '&Edit',
    undo: 'Undo',
    go: '&Go',
    find: 'Find…',
    back: 'Back',
    forward: 'Forward',
    view: '&View',
    theme: 'Light or dark',
    help: 'Help on this screen',
    shortcuts: 'Keyboard shortcuts',
  },
  choose: {
    exportsTitle: 'Choose exports to import',
    exports: 'Exports',
    allFiles: 'All files',
    backupTitle: 'Choose a backup',
    backups: 'DOSO backups',
  },
  resting: {
    restoring: 'The backup is being restored and checked.',
    backingUp: 'A backup is being made.',
    verifying: 'The database is being looked through for damage.',
  },
  engine: {
    crashed: (times: number, code: number) =>
      `The engine stopped ${times} times in a minute (code ${code}). What was saved is on disk.`,
    crashedNextStep: (logFile: string) =>
      `Try again. If it comes back, make a backup and look at the log: ${logFile}.`,
    notRunning: 'The engine does not run.',
    rescueEnded: (code: number) => `The process that works on the database ended early (code ${code}).`,
    rescueNextStep: 'Try again; the database is as it was, or as it was restored.',
  },
  print: {
    /** Page and pages stand as elements that the printer fills in. */
    page: (page: string, pages: string) => `Page ${page} of ${pages}`,
    notSaved: (file: string, reason: string) => `The report could not be saved as ${file} (${reason}).`,
    unknownReason: 'unknown reason',
    notSavedNextStep:
      'Choose a folder that exists and that you may write to; close the file if it is open elsewhere.',
    notChosen: 'The file was not chosen in the save dialog.',
    failed: 'Printing failed.',
  },
  processes: {
    main: 'Main',
    window: 'Window',
    graphics: 'Graphics',
    engine: 'DOSO engine',
    rescue: 'DOSO rescue',
  },
  testRuntime: 'Test runtime',
};
