/**
 * Files chosen for import and how they are to be read. Kept outside the screen, so that files dropped
 * anywhere arrive here and a look at another screen loses nothing.
 */
import type { ImportOptions, ImportReport } from '@shared/contract/imports';
import { create } from 'zustand';

export type QueueOptions = Pick<ImportOptions, 'kind' | 'coverage' | 'map'> & {
  storeCode: string;
  asOf: string;
};

type ImportQueue = {
  paths: readonly string[];
  options: QueueOptions;
  /** The import under way or just done; kept here so that it is found again after a look elsewhere. */
  jobId: string | null;
  report: ImportReport | null;
  add(paths: readonly string[]): void;
  remove(path: string): void;
  clear(): void;
  begin(jobId: string): void;
  /** Empties the queue and leaves the report of what was done. */
  finish(report: ImportReport): void;
  closeReport(): void;
  setOptions(options: Partial<QueueOptions>): void;
  /** Says what a column means; null goes back to what was recognised. */
  mapColumn(source: string, target: string | null): void;
};

const NO_OPTIONS: QueueOptions = { kind: 'auto', coverage: 'unknown', map: {}, storeCode: '', asOf: '' };

export const useImportQueue = create<ImportQueue>((set) => ({
  paths: [],
  options: NO_OPTIONS,
  jobId: null,
  report: null,
  add: (paths) => set((state) => ({ paths: [...new Set([...state.paths, ...paths])] })),
  remove: (path) => set((state) => ({ paths: state.paths.filter((other) => other !== path) })),
  clear: () => set({ paths: [], options: NO_OPTIONS, jobId: null }),
  begin: (jobId) => set({ jobId, report: null }),
  finish: (report) => set({ paths: [], options: NO_OPTIONS, jobId: null, report }),
  closeReport: () => set({ report: null }),
  setOptions: (options) => set((state) => ({ options: { ...state.options, ...options } })),
  mapColumn: (source, target) =>
    set(({ options }) => ({ options: { ...options, map: withColumn(options.map, source, target) } })),
}));

/** The choices with one more, or one less. */
export function withColumn(
  map: Readonly<Record<string, string>>,
  source: string,
  target: string | null,
): Record<string, string> {
  const others = Object.entries(map).filter(([column]) => column !== source);
  return Object.fromEntries(target === null ? others : [...others, [source, target]]);
}

/** What the contract takes: fields that were left empty are left out. */
export function toImportOptions({ kind, coverage, map, storeCode, asOf }: QueueOptions): ImportOptions {
  return {
    kind,
    coverage,
    map,
    ...(storeCode.trim() && { storeCode: storeCode.trim() }),
    ...(asOf && { asOf }),
  };
}
