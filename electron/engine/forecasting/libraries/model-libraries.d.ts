/** What the libraries' own declarations leave out. */
declare module '*.wasm?url&inline' {
  const dataUrl: string;

  export = dataUrl;
}

declare module '@bsull/augurs-prophet-wasmstan' {
  import type { ProphetOptimizer } from '@bsull/augurs/prophet';

  export const optimizer: ProphetOptimizer;
  /** Only in a bundle, where the module cannot wait at its top level: settles when the wasm is ready. */
  export const ready: Promise<void> | undefined;
}
