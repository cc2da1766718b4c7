/**
 * Build step (a Vite plugin) for Prophet's optimiser. The package awaits its wasm at the top level of an ES
 * module and reads it from a file beside itself; a CommonJS bundle can do neither. So the wasm goes into the
 * bundle as text and the wait becomes an exported promise, `ready`. Its WASI shim is taken in the browser's form,
 * for the one for Node starts a thread of its own; but its random bytes, which seed hash tables, are constant: the
 * browser's source of them is missing in Node 18, and forecasts must not depend on chance.
 */
import type { Plugin } from 'vite';

const PACKAGE = '@bsull/augurs-prophet-wasmstan';
const CONSTANT_RANDOM = '\0constant-random';
const WASM_FILES = ['core', 'core2'] as const;

export function bundleProphetWasm(): Plugin {
  return {
    name: 'bundle-prophet-wasm',
    enforce: 'pre',
    resolveId(source, importer) {
      const shim = /^@bytecodealliance\/preview2-shim\/(cli|clocks|filesystem|io|random)$/.exec(source);
      if (!shim || !importer) return null;
      if (shim[1] === 'random') return CONSTANT_RANDOM;
      const root = importer.slice(0, importer.lastIndexOf('node_modules'));
      return `${root}node_modules/@bytecodealliance/preview2-shim/lib/browser/${shim[1]}.js`;
    },
    load(id) {
      if (id !== CONSTANT_RANDOM) return null;
      return 'export const random = { getRandomBytes: (length) => new Uint8Array(Number(length)).fill(1) };';
    },
    transform(code, id) {
      if (!id.replace(/\\/g, '/').endsWith(`${PACKAGE}/prophet-wasmstan.js`)) return null;
      return { code: inlineWasm(code), map: null };
    },
  };
}

/** Throws when the package no longer looks as expected, so that an update fails the build and not the worker. */
export function inlineWasm(code: string): string {
  let result = replaceOnce(code, 'await $init;', 'export { $init as ready };');
  for (const name of WASM_FILES) {
    const file = `./prophet-wasmstan.${name}.wasm`;
    const inlined = `base64Compile(${name}Url.slice(${name}Url.indexOf(',') + 1))`;
    result = replaceOnce(result, `fetchCompile(new URL('${file}', import.meta.url))`, inlined);
    result = `import ${name}Url from '${file}?url&inline';\n${result}`;
  }
  return result;
}

function replaceOnce(code: string, part: string, replacement: string): string {
  if (code.split(part).length !== 2) throw new Error(`${PACKAGE} no longer contains "${part}" exactly once`);
  return code.split(part).join(replacement);
}
