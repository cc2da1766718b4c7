import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlineWasm } from './bundle-prophet-wasm';

const augurs = path.dirname(createRequire(import.meta.url).resolve('@bsull/augurs'));
const file = path.join(augurs, '../augurs-prophet-wasmstan/prophet-wasmstan.js');

describe("the bundle of Prophet's optimiser", () => {
  it('waits for nothing at the top level and reads no file', () => {
    const code = inlineWasm(readFileSync(file, 'utf8'));
    expect(code).toContain('export { $init as ready };');
    expect(code).not.toMatch(/^await /m);
    expect(code).not.toContain('import.meta.url');
  });

  it('fails the build when the package has changed', () => {
    expect(() => inlineWasm('await $start;')).toThrow('no longer contains');
  });
});
