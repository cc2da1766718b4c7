/** Names of the messages between main and the preload script. */
export const channels = {
  chooseFiles: 'doso:choose-files',
  chooseSavePath: 'doso:choose-save-path',
  printReport: 'doso:print-report',
  showInFolder: 'doso:show-in-folder',
  openFile: 'doso:open-file',
  retryEngine: 'doso:retry-engine',
  requestEnginePort: 'doso:request-engine-port',
  engineState: 'doso:engine-state',
  menuCommand: 'doso:menu-command',
  enginePort: 'doso:engine-port',
} as const;
