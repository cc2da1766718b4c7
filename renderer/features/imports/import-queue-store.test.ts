import { beforeEach, describe, expect, it } from 'vitest';
import { toImportOptions, useImportQueue, withColumn } from './import-queue-store';

describe('the files to import', () => {
  const queue = () => useImportQueue.getState();
  beforeEach(() => queue().clear());

  it('leaves out what was left empty', () => {
    expect(toImportOptions({ storeCode: ' ', asOf: '' }, {})).toEqual({
      kind: 'auto',
      coverage: 'unknown',
      map: {},
      files: {},
    });
    expect(toImportOptions({ storeCode: ' HARBOR ', asOf: '2026-07-14' }, {})).toMatchObject({
      storeCode: 'HARBOR',
      asOf: '2026-07-14',
    });
  });

  it('keeps one meaning for a column, and can forget it', () => {
    const once = withColumn({ Cost: 'Invoice' }, 'Series', 'Trim');
    expect(withColumn(once, 'Series', 'Model')).toEqual({ Cost: 'Invoice', Series: 'Model' });
    expect(withColumn(once, 'Series', null)).toEqual({ Cost: 'Invoice' });
  });

  it('keeps the answers of one file apart from those of another', () => {
    queue().add(['/a.csv', '/b.csv', '/a.csv']);
    queue().answer('/a.csv', { coverage: 'full' });
    queue().mapColumn('/a.csv', 'Price', 'MSRP');
    queue().mapColumn('/b.csv', 'Price', 'Asking price');
    expect(queue().paths).toEqual(['/a.csv', '/b.csv']);
    expect(queue().answers).toEqual({
      '/a.csv': { coverage: 'full', map: { Price: 'MSRP' } },
      '/b.csv': { map: { Price: 'Asking price' } },
    });
  });

  it('leaves one file of an archive out, and the archive in', () => {
    queue().add(['/all.zip']);
    queue().remove({ path: '/all.zip', key: '/all.zip#old.csv' });
    expect(queue().paths).toEqual(['/all.zip']);
    expect(queue().answers).toEqual({ '/all.zip#old.csv': { isLeftOut: true } });
    queue().remove({ path: '/all.zip', key: '/all.zip' });
    expect(queue().paths).toEqual([]);
  });
});
