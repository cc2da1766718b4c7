/** The program itself, and options of every command. */
export const program = {
  help: {
    program: {
      description: 'What to order, what to move, and why: from the exports of your dealer management system.',
    },
    everyCommand: {
      dataDir: 'the database folder (default: the app’s own, or DOSO_DATA_DIR)',
      json: 'print one JSON document',
      unlockFile: 'the first line of this file is the passphrase of the app lock',
      wait: 'wait for another DOSO to leave the database folder',
      asOf: 'compute as of this day, YYYY-MM-DD',
      store: 'the store (default: the only one)',
    },
  },
  afterError: '(run with --help for the options)',
};
