/**
 * Postgres as WebAssembly, compiled once in a process. It compiles on other threads, so the engine begins with it and
 * reads its own code meanwhile; reading the file without waiting is what lets it begin before.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PGliteOptions } from '@electric-sql/pglite';

type PostgresModule = NonNullable<PGliteOptions['pgliteWasmModule']>;
/** The types of the language alone do not know it. */
type WithCompiler = { WebAssembly: { compile: (bytes: Uint8Array) => Promise<PostgresModule> } };

let compiled: Promise<PostgresModule> | undefined;

export function compilePostgres(): Promise<PostgresModule> {
  compiled ??= (globalThis as unknown as WithCompiler).WebAssembly.compile(readFileSync(wasmFile()));
  return compiled;
}

/** It lies beside the package's own code. */
function wasmFile(): string {
  const packageEntry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return path.join(path.dirname(packageEntry), 'pglite.wasm');
}
