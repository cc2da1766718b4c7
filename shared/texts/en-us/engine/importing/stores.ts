/** What is said of the stores that files and requests name. */
export const stores = {
  mainStore: 'Main store',
  notNamed: {
    message: (file: string, count: string) =>
      `${file} does not say which store it is for, and there are ${count}.`,
    nextStep: 'Name the store that it is for.',
  },
  noneYet: {
    message: 'There is no store yet.',
    nextStep: 'Import your exports, or load the sample store.',
  },
  unknownCode: {
    message: (code: string) => `There is no store with the code ${code}.`,
    nextStep: 'Check the code, or import with --store to create it.',
  },
  noData: {
    message: (name: string) => `${name} has no inventory and no sales yet.`,
    nextStep: 'Import an inventory or a sales export.',
  },
  ageBuckets: {
    message: 'Age buckets must be in ascending order.',
    nextStep: 'Write the upper end of each bucket in days, smallest first, e.g. 30, 60, 90.',
  },
};
