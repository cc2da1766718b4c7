import type { BackupContent } from '@shared/contract/backups';
import { describe, expect, it } from 'vitest';
import { knownRows, totalRows } from './backup-words';

const content: BackupContent = {
  reason: 'daily',
  createdAt: '2026-11-23T08:00:00Z',
  program: 'DOSO 1',
  schemaVersion: '0001',
  databaseBytes: 1,
  stores: [],
  newestImportAt: null,
  rows: { build: 7, sale: 30, plan_run: 2 },
};

describe('what a backup holds, in words', () => {
  it('names the tables that a user knows, and counts the others in the total', () => {
    expect(knownRows(content)).toEqual([
      { table: 'sale', label: 'Sales', rows: 30 },
      { table: 'plan_run', label: 'Order plans', rows: 2 },
    ]);
    expect(totalRows(content)).toBe(7 + 30 + 2);
  });
});
