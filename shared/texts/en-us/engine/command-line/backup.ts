/** `backup`, and what `restore` says of a backup. */
export const backup = {
  help: {
    backup: {
      description: 'write a backup of the whole database, and check it by opening it',
      file: 'the file to write',
      passphraseFile: 'encrypt it with the first line of this file',
    },
  },
  checked: 'It was opened and holds what the database holds.',
  store: (name: string, code: string) => `${name} (${code})`,
  noStore: 'no store',
  none: 'none',
  plain: (file: string, megabytes: string) => `${file}: ${megabytes} MB`,
  encrypted: (file: string, megabytes: string) => `${file}: ${megabytes} MB, encrypted`,
  made: (at: string, program: string, schema: string) => `Made ${at} by ${program}, schema ${schema}`,
  content: (stores: readonly string[], rows: string, newestImport: string) =>
    `${stores.join(', ')}; ${rows} rows, newest import ${newestImport}`,
  readable: {
    anywhere: 'ZIP codes, notes and keys in it are readable on any computer',
    here: 'ZIP codes, notes and keys in it are readable on the computer that made it',
  },
};
