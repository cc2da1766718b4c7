/** `sample`. */
export const sample = {
  help: {
    sample: {
      description: 'write a fictional store’s exports',
      out: 'folder to write to',
      size: 'rows in the sales file, 100 to 1,000,000',
      seed: 'seed of the random numbers',
      stores: '1, or 2 for a group',
    },
  },
  columns: ['File', 'Rows', 'Bytes'],
  badDay: (text: string) => `--as-of must be a day, YYYY-MM-DD, not "${text}".`,
  badNumber: (option: string, { from, to }: { from: string; to: string }, text: string) =>
    `${option} must be a whole number from ${from} to ${to}, not "${text}".`,
};
