import { describe, expect, it } from 'vitest';
import { ancestorId, isBelow, levelBelow, levelOf, shortName } from './series-tree';

const build = 'build:Ford|F-150|XLT|Crew Cab|4x4|V8|301A';

describe('the tree of series', () => {
  it('finds its way up', () => {
    expect(ancestorId(build, 'trim')).toBe('trim:Ford|F-150|XLT');
    expect(ancestorId(build, 'model')).toBe('model:Ford|F-150');
    expect(ancestorId('used:model:Ford|Focus', 'store')).toBe('used:store');
    expect(ancestorId('trim:Ford|F-150|XLT', 'trim')).toBe('trim:Ford|F-150|XLT');
  });

  it('finds its way down', () => {
    expect(isBelow(build, 'model:Ford|F-150')).toBe(true);
    expect(isBelow('trim:Ford|F-150|XLT', 'model:Ford|F')).toBe(false);
    expect(isBelow('model:Ford|F-150', 'store')).toBe(true);
    expect(isBelow('used:model:Ford|F-150', 'store')).toBe(false);
    expect(isBelow('store', 'store')).toBe(false);
    expect([levelBelow('store'), levelBelow('build')]).toEqual(['model', null]);
  });

  it('names series in short', () => {
    expect([
      levelOf(build),
      shortName(build),
      shortName('model:Ford|F-150'),
      shortName('used:store'),
    ]).toEqual(['build', 'XLT', 'F-150', 'Whole store']);
    expect(shortName('trim:Ford|F-150|')).toBe('Trim not known');
  });
});
