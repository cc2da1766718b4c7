/// <reference path="./highs-wasm.d.ts" />
/**
 * Loads the HiGHS solver once per thread. Its wasm travels inside the bundle, so that no file has to be found
 * beside the worker. Loading takes about 60 ms; every solve afterwards is synchronous.
 */
import highsLoader, { type Highs, type InitOptions } from 'highs';
import highsWasm from '../../../node_modules/highs/build/highs.wasm?url&inline';

/** The part of WebAssembly used here: Node has it, but its type declarations come with the DOM's. */
type WasmHost = {
  compile: (bytes: Uint8Array) => Promise<object>;
  Instance: new (module: object, imports: object) => object;
};

let loading: Promise<Highs> | null = null;

export function loadHighs(): Promise<Highs> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Highs> {
  const { WebAssembly: host } = globalThis as unknown as { WebAssembly: WasmHost };
  const wasm = await host.compile(Buffer.from(highsWasm.slice(highsWasm.indexOf(',') + 1), 'base64'));
  // The loader declares options for bytes and for a module, but reads neither; this hook it does read.
  const options: InitOptions & { instantiateWasm: (imports: object, receive: (it: object) => void) => void } =
    {
      instantiateWasm: (imports, receive) => receive(new host.Instance(wasm, imports)),
    };
  return highsLoader(options);
}
