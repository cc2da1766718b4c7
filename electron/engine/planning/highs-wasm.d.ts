/** The solver's wasm as the bundler inlines it: a data address. */
declare module '*/highs.wasm?url&inline' {
  const dataUrl: string;

  export = dataUrl;
}
