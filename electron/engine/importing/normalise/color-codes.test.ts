import { describe, expect, it } from 'vitest';
import { exteriorColorOf } from './color-codes';

describe('a colour in an order', () => {
  it("is called by its name where the maker's code is known", () => {
    expect(exteriorColorOf('Chevrolet', 'GBA')).toBe('Black');
    expect(exteriorColorOf('GMC', 'gaz')).toBe('Summit White');
  });

  it('stays as it is where the code is not known, or another maker could mean something else', () => {
    expect(exteriorColorOf('Chevrolet', 'GZZ')).toBe('GZZ');
    expect(exteriorColorOf('Ford', 'GBA')).toBe('GBA');
    expect(exteriorColorOf('Chevrolet', 'Cherry Red Tintcoat')).toBe('Cherry Red Tintcoat');
    expect(exteriorColorOf('Chevrolet', null)).toBeNull();
  });
});
