import { describe, expect, it } from 'vitest';
import { toImportOptions, withColumn } from './import-queue-store';

describe('the options of an import', () => {
  it('leaves out what was left empty', () => {
    const empty = { kind: 'auto', coverage: 'unknown', map: {}, storeCode: ' ', asOf: '' } as const;
    expect(toImportOptions(empty)).toEqual({ kind: 'auto', coverage: 'unknown', map: {} });
    expect(toImportOptions({ ...empty, storeCode: ' HARBOR ', asOf: '2026-07-14' })).toMatchObject({
      storeCode: 'HARBOR',
      asOf: '2026-07-14',
    });
  });

  it('keeps one meaning for a column, and can forget it', () => {
    const once = withColumn({ Cost: 'Invoice' }, 'Series', 'Trim');
    expect(withColumn(once, 'Series', 'Model')).toEqual({ Cost: 'Invoice', Series: 'Model' });
    expect(withColumn(once, 'Series', null)).toEqual({ Cost: 'Invoice' });
  });
});
