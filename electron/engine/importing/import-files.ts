/** Imports files one after another; a file that is refused does not stop the others. */

import type { ImportBatch, ImportOptions, ImportReport } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import { reconcileFile } from './account/reconcile-file';
import { problemLine } from './encode-table';
import { isLeftOut, optionsOfFile } from './file-answers';
import { FileRefused } from './file-refused';
import { DEFAULT_TIME_ZONE, dayOfInstant, type ImportContext } from './import-context';
import { finishLoad } from './load/finish-load';
import { IncomingTables } from './load/incoming-tables';
import { planLoad } from './load/load-plan';
import { PlanOutdated } from './load/plan-outdated';
import { Stage } from './load/stage';
import { decideAsOf } from './normalise/as-of';
import { effectiveOptions, type OpenOptions, type RecognisedFile } from './open-table';
import { readProfileChoice } from './profiles';
import { ignoredRemarks, openingRemarks } from './remarks';
import { stageFile } from './stage-file';
import { type ReadyTable, TableReader } from './thread/table-reader';
import { UnpackedFiles } from './unpack/unpacked-files';

export type ImportProgress = {
  readonly file: string;
  readonly fileNumber: number;
  readonly fileCount: number;
  readonly rows: number;
  /** 0..1 over all files, estimated from bytes. */
  readonly progress: number;
};

export type ImportHooks = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
};

/** Share of a file's work that is reading and staging; the rest is the final transaction. */
const STAGING_SHARE = 0.7;

/** Market facts name no store, so they come after the files that may create one. */
const LAST_KIND = 'market';

export async function importFiles(
  context: ImportContext,
  paths: readonly string[],
  options: ImportOptions,
  hooks: ImportHooks,
): Promise<ImportReport> {
  const profiles = await readProfileChoice(context.database.db, options);
  const opening = { ...options, ...typingContext(context), isMapStrict: paths.length === 1, profiles };
  const unpacked = new UnpackedFiles();
  const reader = new TableReader(context.workerDirectory, hooks.signal);
  try {
    const refused: ImportReport['refused'] = [];
    const opened = await openAll({ unpacked, reader }, paths, opening, refused, hooks.signal);
    return { batches: await importTables(context, opened, options, hooks, refused), refused };
  } finally {
    await reader.close();
    await unpacked.remove();
  }
}

/** The tables of all files that can be read, in the order of the paths; what an archive holds follows its name. */
async function openAll(
  { unpacked, reader }: { unpacked: UnpackedFiles; reader: TableReader },
  paths: readonly string[],
  opening: OpenOptions & ImportOptions,
  refused: ImportReport['refused'],
  signal: AbortSignal,
): Promise<ReadyTable[]> {
  const opened: ReadyTable[] = [];
  for (const path of new Set(paths)) {
    signal.throwIfAborted();
    await collectRefusal(refused, path, async () => {
      for (const source of await unpacked.sourcesOf(path)) {
        await collectRefusal(refused, path, async () => {
          if ('refusal' in source) throw source.refusal;
          if (isLeftOut(opening, source.facts)) return;
          opened.push(
            await reader.open(source.facts, { ...opening, ...optionsOfFile(opening, source.facts) }),
          );
        });
      }
    });
  }
  return opened;
}

/** The batches in the order of `opened`, whatever order they are loaded in. */
async function importTables(
  context: ImportContext,
  opened: readonly ReadyTable[],
  options: ImportOptions,
  hooks: ImportHooks,
  refused: ImportReport['refused'],
): Promise<ImportBatch[]> {
  const batches = new Map<ReadyTable, ImportBatch>();
  const ordered = [...opened].sort(
    (one, other) => Number(one.table.kind === LAST_KIND) - Number(other.table.kind === LAST_KIND),
  );
  for (const [index, open] of ordered.entries()) {
    hooks.signal.throwIfAborted();
    await collectRefusal(refused, open.facts.sourcePath, async () => {
      const onProgress = (rows: number, share: number) =>
        hooks.onProgress({
          file: open.facts.name,
          fileNumber: index + 1,
          fileCount: ordered.length,
          rows,
          progress: (index + share) / ordered.length,
        });
      batches.set(
        open,
        await importTable(context, open, optionsOfFile(options, open.facts), hooks.signal, onProgress),
      );
    });
  }
  return opened.flatMap((open) => batches.get(open) ?? []);
}

async function collectRefusal(
  refused: ImportReport['refused'],
  path: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    refused.push({ file: path, code: error.code, message: error.message, nextStep: error.nextStep });
  }
}

export function typingContext(context: ImportContext): { today: string; timeZone: string } {
  return { today: dayOfInstant(context.now()), timeZone: DEFAULT_TIME_ZONE };
}

/** Attempts at an import on whose plan other changes came in; the first is the quick one. */
const MOST_ATTEMPTS = 3;

async function importTable(
  context: ImportContext,
  open: ReadyTable,
  stated: ImportOptions,
  signal: AbortSignal,
  onProgress: (rows: number, share: number) => void,
): Promise<ImportBatch> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await loadTable(context, open, stated, { signal, onProgress, isQuick: attempt === 1 });
    } catch (error) {
      if (!(error instanceof PlanOutdated) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

type LoadHooks = {
  readonly signal: AbortSignal;
  readonly onProgress: (rows: number, share: number) => void;
  readonly isQuick: boolean;
};

async function loadTable(
  context: ImportContext,
  open: ReadyTable,
  stated: ImportOptions,
  { signal, onProgress, isQuick }: LoadHooks,
): Promise<ImportBatch> {
  const { database } = context;
  const options = effectiveOptions(open, stated);
  const typing = typingContext(context);
  const rowsExpected = estimateRows(open);
  const isStoreStated = open.typing.columns.some(({ field }) => field.name === 'storeCode');
  const plan = await planLoad(database, {
    kind: open.table.kind,
    storeCode: options.storeCode,
    isStoreStated,
    rowsExpected,
    isQuick,
  });
  const stage = new Stage(database, open.table.kind);
  const incoming =
    plan.identities === null ? null : await IncomingTables.create(database, plan.nextIds.importBatch);
  let batch: ImportBatch | undefined;
  try {
    await stage.create();
    const encoded = await stageFile(open.encode(typing, plan), { stage, incoming }, signal, (rows) =>
      onProgress(rows, Math.min(1, rows / rowsExpected) * STAGING_SHARE),
    );
    await stage.addProblems(encoded.totals.problems.map(problemLine).join(''));
    await incoming?.removeRepeats(encoded.repeats);
    await incoming?.complete(signal);
    signal.throwIfAborted();
    batch = await finishLoad(database, {
      stage,
      plan,
      encoded,
      incoming,
      fileName: open.facts.name,
      preamble: open.table.preamble,
      fileHash: open.facts.hash,
      sourcePath: open.facts.sourcePath,
      format: open.format,
      options,
      answers: {
        fileName: open.facts.name,
        kind: open.table.kind,
        header: open.table.header,
        options: stated,
        profile: open.profile,
      },
      asOf: decideAsOf(asOfClues(open, options, typing), encoded.days),
      mapped: new Set(open.typing.columns.map(({ field }) => field.name)),
      columns: open.table.columns.map(({ source, target, confidence, isPersonal }) => ({
        source,
        target,
        confidence,
        isPersonal,
      })),
      counts: encoded.counts,
      reconciliation: reconcileFile(open, encoded),
      remarks: [
        ...(await repeatedFileRemarks(context, open)),
        ...openingRemarks(open, options),
        ...ignoredRemarks(encoded.ignored),
      ],
      importedAt: context.now().toISOString(),
    });
    onProgress(encoded.counts.read, 1);
    return batch;
  } finally {
    // What is stored stays stored: tables that cannot be dropped now go with the session or at the next start.
    await Promise.all([stage.drop(), incoming?.drop()]).catch((error: unknown) => {
      if (batch === undefined) throw error;
    });
  }
}

export function asOfClues(
  open: RecognisedFile,
  options: ImportOptions,
  { today, timeZone }: { today: string; timeZone: string },
) {
  const days = open.typing.columns.find(({ field }) => field.type === 'day')?.day;
  return {
    option: options.asOf,
    preamble: open.table.preamble,
    fileName: open.facts.name,
    modifiedOn: dayOfInstant(open.facts.modifiedAt, timeZone),
    today,
    dayFormat: days ?? { order: 'mdy' as const, latestYear: Number(today.slice(0, 4)) + 1, timeZone },
  };
}

/** From the size of the sampled rows; only progress depends on it. */
function estimateRows({ sample, facts }: RecognisedFile): number {
  const sampleBytes = sample.reduce(
    (sum, { cells }) => sum + cells.reduce((length, cell) => length + cell.length + 1, 0),
    0,
  );
  return Math.max(sample.length, (facts.bytes / Math.max(1, sampleBytes)) * sample.length);
}

async function repeatedFileRemarks(
  { database }: ImportContext,
  { facts, table }: RecognisedFile,
): Promise<string[]> {
  const earlier = await database.db
    .selectFrom('importBatch')
    .select('importedAt')
    .where('fileHash', '=', facts.hash)
    .where('kind', '=', table.kind)
    .where('undoneAt', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return earlier ? [engineTexts.importing.remarks.sameFile(dayOfInstant(new Date(earlier.importedAt)))] : [];
}
