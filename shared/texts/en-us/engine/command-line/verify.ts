/** `verify`. */
export const verify = {
  help: {
    verify: {
      description: 'look for damage: pages, indexes, references, imports, schema',
    },
  },
  program: 'a doso command (verify)',
  good: 'good',
  problems: (count: string) => `${count} problems`,
  problem: (check: string, problem: string) => `${check}: ${problem}`,
  columns: ['Check', 'Looked at', ''],
};
