/** What a check of a database or of a copy finds amiss. */
export const checks = {
  names: {
    tables: 'tables',
    indexes: 'indexes',
    foreignKeys: 'foreign keys',
    imports: 'imports',
    schema: 'schema',
  },
  orphans: (child: string, rows: number, parent: string, key: string) =>
    `${child}: ${rows} rows refer to a ${parent} that is not there (${key})`,
  otherMigration: (applied: string, latest: string) =>
    `the newest migration applied is ${applied}; this version has ${latest}`,
  missing: (line: string) => `missing: ${line}`,
  unexpected: (line: string) => `should not be there: ${line}`,
  otherSchema: (found: string, expected: string) => `the schema is ${found} instead of ${expected}`,
  table: {
    missing: (table: string) => `table ${table} is missing`,
    otherCount: (table: string, found: number, expected: number) =>
      `table ${table} has ${found} rows instead of ${expected}`,
    otherContent: (table: string, rows: number) => `table ${table} has other content in its ${rows} rows`,
    unexpected: (table: string) => `table ${table} should not be there`,
  },
};
