/** `import`, `undo` and `template`. */

import { AppError } from '@shared/contract/errors';
import {
  type ImportBatch,
  type ImportOptions,
  type ImportPreview,
  type ImportReport,
  importKindSchema,
} from '@shared/contract/imports';
import { fieldWord } from '@shared/domain/field-words';
import { Argument, type Command, Option } from 'commander';
import { finishJob, type GlobalOptions, withEngine } from '../engine-session';
import { formatTable, printJson, printLines, tell } from '../print';

export type ImportFlags = GlobalOptions & {
  kind?: ImportOptions['kind'];
  full?: boolean;
  partial?: boolean;
  profile?: string;
  map?: string[];
  dryRun?: boolean;
};

export function addImportCommands(program: Command): void {
  addImportOptions(program.command('import').description('import exports of the dealer management system'))
    .argument('<file...>', 'files to import, or folders of them')
    .option('--dry-run', 'say what would be read, store nothing')
    .action(async (files: string[], _options: unknown, command: Command) =>
      runImport(files, command.opts<ImportFlags>()),
    );
  program
    .command('undo')
    .description('undo the newest import (or the one named, if it is the newest of its store and kind)')
    .argument('[batch]', 'id of the import')
    .option('--and-later', 'any import, with every later one of its stores: back to the state before it')
    .action(async (batch: string | undefined, _options: unknown, command: Command) =>
      undo(batch, command.opts<UndoFlags>()),
    );
  program
    .command('template')
    .description('print DOSO’s own template for a kind of file')
    .addArgument(new Argument('<kind>', 'kind of file').choices([...importKindSchema.options, 'constraints']))
    .action(async (kind: string, _options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      await withEngine(options, async ({ client }) => {
        const template =
          kind === 'constraints'
            ? await client.plan.getConstraintTemplate({})
            : await client.imports.getTemplate({ kind: importKindSchema.parse(kind) });
        if (options.json) printJson(template);
        else process.stdout.write(template.text);
      });
    });
}

export function addImportOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--kind <kind>', 'what the files are')
        .choices(['auto', ...importKindSchema.options])
        .default('auto'),
    )
    .option('--store <code>', 'the store the rows belong to; created when it is not there')
    .option('--as-of <day>', 'the day the data is as of, YYYY-MM-DD')
    .option('--full', 'an inventory file lists the whole stock: what it lacks has left')
    .option('--partial', 'an inventory file lists only some of the stock')
    .option('--profile <name>', 'use this saved column mapping')
    .option(
      '--map <source=target>',
      'map a column by hand; may be given again',
      (value: string, all: string[]) => [...all, value],
      [],
    );
}

export function toImportOptions(flags: ImportFlags): ImportOptions {
  const pairs = (flags.map ?? []).map((pair) => {
    const split = pair.lastIndexOf('=');
    return [pair.slice(0, split), pair.slice(split + 1)] as const;
  });
  return {
    kind: flags.kind ?? 'auto',
    coverage: flags.full ? 'full' : flags.partial ? 'partial' : 'unknown',
    map: Object.fromEntries(pairs),
    ...(flags.store ? { storeCode: flags.store } : {}),
    ...(flags.asOf ? { asOf: flags.asOf } : {}),
    ...(flags.profile ? { profile: flags.profile } : {}),
  };
}

async function runImport(paths: string[], flags: ImportFlags): Promise<void> {
  await withEngine(flags, async ({ client, context }) => {
    const { files, leftOut } = await client.imports.findFiles({ paths });
    if (leftOut > 0) tell(`Passed over in the folders, being no exports by their names: ${leftOut}.`);
    if (files.length === 0) {
      throw new AppError('NO_DATA', 'The folder holds no exports.', {
        nextStep: 'Name a folder or files that your dealer management system saved.',
      });
    }
    const input = { paths: files, options: toImportOptions(flags) };
    if (flags.dryRun) return showPreviews(await client.imports.preview(input), flags);
    const { jobId } = await client.imports.start(input);
    const { report } = (await finishJob(context, jobId)) as { report: ImportReport };
    showReport(report, flags);
  });
}

/** Prints a report; refused files make the exit code 2, the others stay loaded. */
export function showReport(report: ImportReport, flags: GlobalOptions): void {
  const refusal = refusalOf(report.refused);
  if (flags.json) printJson({ ...report, ...refusal });
  else printLines(formatReport(report.batches));
  for (const batch of report.batches) {
    for (const remark of batch.remarks) tell(`${batch.file}: ${remark}`);
  }
  for (const { file, message, nextStep } of report.refused)
    tell(`${file}: ${message}${nextStep ? ` ${nextStep}` : ''}`);
  if (report.refused.length > 0) process.exitCode = 2;
}

function showPreviews(previews: ImportPreview[], flags: GlobalOptions): void {
  const refused = previews.flatMap((preview) =>
    preview.refusal ? [{ file: preview.file, ...preview.refusal }] : [],
  );
  if (flags.json) printJson({ previews, ...refusalOf(refused) });
  else {
    const rows = previews.map((preview) => [
      preview.file,
      preview.kind,
      preview.format,
      preview.asOf,
      preview.columns.filter((column) => column.target).length,
      preview.problems.length,
    ]);
    printLines(formatTable(['File', 'Kind', 'Format', 'As of', 'Columns used', 'Problems'], rows));
    for (const preview of previews) printColumns(preview);
  }
  for (const { file, remarks } of previews) for (const remark of remarks) tell(`${file}: ${remark}`);
  for (const { file, message, nextStep } of refused)
    tell(`${file}: ${message}${nextStep ? ` ${nextStep}` : ''}`);
  if (refused.length > 0) process.exitCode = 2;
}

/** What each column of a file is taken for, and how sure that is. */
function printColumns({ file, columns, refusal }: ImportPreview): void {
  if (refusal !== null) return;
  const rows = columns.map(({ source, target, confidence, isPersonal }) => [
    source || '(no name)',
    target === null ? (isPersonal ? 'personal: dropped' : 'not used') : fieldWord(target),
    target === null ? null : `${Math.round(confidence * 100)} %`,
  ]);
  printLines('', file, formatTable(['Column', 'Taken for', 'Sure'], rows));
}

function refusalOf(refused: readonly { file: string; message: string; code: string }[]): object {
  const [first] = refused;
  if (!first) return {};
  const message = refused.length === 1 ? first.message : `${refused.length} files were refused.`;
  return { error: { code: first.code, message, details: { refused } } };
}

export function formatReport(batches: readonly ImportBatch[]): string {
  const rows = batches.map(({ file, kind, asOf, rows: count, changes }) => [
    file,
    kind,
    asOf,
    count.read,
    count.accepted,
    count.repaired,
    count.rejected,
    count.unchanged,
    count.ignored,
    changes.added,
    changes.changed,
    changes.closed,
  ]);
  return formatTable(
    [
      'File',
      'Kind',
      'As of',
      'Read',
      'Accepted',
      'Repaired',
      'Rejected',
      'Unchanged',
      'Ignored',
      'Added',
      'Changed',
      'Closed',
    ],
    rows,
  );
}

type UndoFlags = GlobalOptions & { andLater?: boolean };

async function undo(batchId: string | undefined, options: UndoFlags): Promise<void> {
  await withEngine(options, async ({ client }) => {
    const { batches } = await client.imports.listBatches({ offset: 0, limit: 200 });
    const id = batchId ?? batches.find((batch) => batch.canUndo)?.id;
    if (!id) {
      throw new AppError('NOT_FOUND', 'There is no import to undo.', { nextStep: 'Import a file first.' });
    }
    const batch = await client.imports.undo({ batchId: id, isBackTo: options.andLater === true });
    if (options.json) printJson({ undone: batch });
    else printLines(...batch.undo.batches.map(({ file, kind }) => `Undone: ${file} (${kind}).`));
    for (const { rows, file } of batch.undo.kept) {
      tell(`${rows} of its rows were changed by ${file} since and keep that change.`);
    }
  });
}
