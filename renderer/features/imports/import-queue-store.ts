/**
 * Files chosen for import and how they are to be read. Kept outside the screen, so that files dropped
 * anywhere arrive here and a look at another screen loses nothing.
 */
import type { ImportOptions } from '@shared/contract/imports';
import { create } from 'zustand';

export type QueueOptions = Pick<ImportOptions, 'kind' | 'coverage'> & { storeCode: string; asOf: string };

type ImportQueue = {
  paths: readonly string[];
  options: QueueOptions;
  add(paths: readonly string[]): void;
  remove(path: string): void;
  clear(): void;
  setOptions(options: Partial<QueueOptions>): void;
};

const NO_OPTIONS: QueueOptions = { kind: 'auto', coverage: 'unknown', storeCode: '', asOf: '' };

export const useImportQueue = create<ImportQueue>((set) => ({
  paths: [],
  options: NO_OPTIONS,
  add: (paths) => set((state) => ({ paths: [...new Set([...state.paths, ...paths])] })),
  remove: (path) => set((state) => ({ paths: state.paths.filter((other) => other !== path) })),
  clear: () => set({ paths: [], options: NO_OPTIONS }),
  setOptions: (options) => set((state) => ({ options: { ...state.options, ...options } })),
}));

/** What the contract takes: fields that were left empty are left out. */
export function toImportOptions({ kind, coverage, storeCode, asOf }: QueueOptions): ImportOptions {
  return {
    kind,
    coverage,
    map: {},
    ...(storeCode.trim() && { storeCode: storeCode.trim() }),
    ...(asOf && { asOf }),
  };
}
