/** `status`. */
export const status = {
  help: {
    status: {
      description: 'what the database holds and how fresh it is',
    },
  },
  database: (schema: string, megabytes: string, folder: string) =>
    `Schema ${schema}, ${megabytes} MB, ${folder}`,
  columns: { counts: ['Rows', 'Count'], freshness: ['Import', 'As of'] },
};
