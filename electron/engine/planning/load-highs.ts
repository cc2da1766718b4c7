/// <reference path="./highs-wasm.d.ts" />
/**
 * Loads the HiGHS solver once per thread. Its wasm travels inside the bundle, so that no file has to be found
 * beside the worker. Loading takes about 60 ms; every solve afterwards is synchronous.
 */
import highsLoader, { type Highs } from 'highs';
import highsWasm from '../../../node_modules/highs/build/highs.wasm?url&inline';

let loading: Promise<Highs> | null = null;

export function loadHighs(): Promise<Highs> {
  loading ??= highsLoader({ wasmBinary: Buffer.from(highsWasm.slice(highsWasm.indexOf(',') + 1), 'base64') });
  return loading;
}
