/**
 * Files chosen for import and how they are to be read. Kept outside the screen, so that files dropped
 * anywhere arrive here and a look at another screen loses nothing.
 */
import type { FileAnswers, ImportOptions, ImportPreview, ImportReport } from '@shared/contract/imports';
import { create } from 'zustand';

export type QueueOptions = { storeCode: string; asOf: string };

type ImportQueue = {
  paths: readonly string[];
  /** For all files. */
  options: QueueOptions;
  /** For single files, by the key of their preview. */
  answers: Readonly<Record<string, FileAnswers>>;
  /** The import under way or just done; kept here so that it is found again after a look elsewhere. */
  jobId: string | null;
  report: ImportReport | null;
  add(paths: readonly string[]): void;
  /** Leaves a file out: the path, or the one file of an archive. */
  remove(preview: Pick<ImportPreview, 'key' | 'path'>): void;
  clear(): void;
  begin(jobId: string): void;
  /** Empties the queue and leaves the report of what was done. */
  finish(report: ImportReport): void;
  closeReport(): void;
  setOptions(options: Partial<QueueOptions>): void;
  answer(key: string, answers: Pick<FileAnswers, 'kind' | 'coverage'>): void;
  /** Says what a column of a file means; null goes back to what was recognised. */
  mapColumn(key: string, source: string, target: string | null): void;
};

const NOTHING = { paths: [], options: { storeCode: '', asOf: '' }, answers: {}, jobId: null };

export const useImportQueue = create<ImportQueue>((set) => ({
  ...NOTHING,
  report: null,
  add: (paths) => set((state) => ({ paths: [...new Set([...state.paths, ...paths])] })),
  remove: ({ key, path }) =>
    set(({ paths, answers }) =>
      key === path
        ? { paths: paths.filter((other) => other !== path) }
        : { answers: withAnswers(answers, key, { isLeftOut: true }) },
    ),
  clear: () => set(NOTHING),
  begin: (jobId) => set({ jobId, report: null }),
  finish: (report) => set({ ...NOTHING, report }),
  closeReport: () => set({ report: null }),
  setOptions: (options) => set((state) => ({ options: { ...state.options, ...options } })),
  answer: (key, said) => set(({ answers }) => ({ answers: withAnswers(answers, key, said) })),
  mapColumn: (key, source, target) =>
    set(({ answers }) => ({
      answers: withAnswers(answers, key, { map: withColumn(answers[key]?.map ?? {}, source, target) }),
    })),
}));

function withAnswers(
  answers: Readonly<Record<string, FileAnswers>>,
  key: string,
  said: FileAnswers,
): Record<string, FileAnswers> {
  return { ...answers, [key]: { ...answers[key], ...said } };
}

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
export function toImportOptions(
  { storeCode, asOf }: QueueOptions,
  answers: Readonly<Record<string, FileAnswers>>,
): ImportOptions {
  return {
    kind: 'auto',
    coverage: 'unknown',
    map: {},
    files: { ...answers },
    ...(storeCode.trim() && { storeCode: storeCode.trim() }),
    ...(asOf && { asOf }),
  };
}
