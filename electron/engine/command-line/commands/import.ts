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
import { engineTexts } from '@shared/texts/engine-texts';
import { Argument, type Command, Option } from 'commander';
import { finishJob, type GlobalOptions, withEngine } from '../engine-session';
import { formatTable, printJson, printLines, tell } from '../print';

const words = engineTexts.commandLine.imports;
const { help } = words;

export type ImportFlags = GlobalOptions & {
  kind?: ImportOptions['kind'];
  full?: boolean;
  partial?: boolean;
  profile?: string;
  map?: string[];
  dryRun?: boolean;
};

export function addImportCommands(program: Command): void {
  addImportOptions(program.command('import').description(help.import.description))
    .argument('<file...>', help.import.file)
    .option('--dry-run', help.import.dryRun)
    .action(async (files: string[], _options: unknown, command: Command) =>
      runImport(files, command.opts<ImportFlags>()),
    );
  program
    .command('undo')
    .description(help.undo.description)
    .argument('[batch]', help.undo.batch)
    .option('--and-later', help.undo.andLater)
    .action(async (batch: string | undefined, _options: unknown, command: Command) =>
      undo(batch, command.opts<UndoFlags>()),
    );
  program
    .command('template')
    .description(help.template.description)
    .addArgument(
      new Argument('<kind>', help.template.kind).choices([...importKindSchema.options, 'constraints']),
    )
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
      new Option('--kind <kind>', help.importing.kind)
        .choices(['auto', ...importKindSchema.options])
        .default('auto'),
    )
    .option('--store <code>', help.importing.store)
    .option('--as-of <day>', help.importing.asOf)
    .option('--full', help.importing.full)
    .option('--partial', help.importing.partial)
    .option('--profile <name>', help.importing.profile)
    .option(
      '--map <source=target>',
      help.importing.map,
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
    if (leftOut > 0) tell(words.passedOver(String(leftOut)));
    if (files.length === 0) {
      throw new AppError('NO_DATA', words.nothing.message, {
        nextStep: words.nothing.nextStep,
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
    for (const remark of batch.remarks) tell(words.ofFile(batch.file, remark));
  }
  for (const { file, message, nextStep } of report.refused)
    tell(words.ofFile(file, nextStep ? words.advised(message, nextStep) : message));
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
    printLines(formatTable(words.columns.previews, rows));
    for (const preview of previews) printColumns(preview);
  }
  for (const { file, remarks } of previews) for (const remark of remarks) tell(words.ofFile(file, remark));
  for (const { file, message, nextStep } of refused)
    tell(words.ofFile(file, nextStep ? words.advised(message, nextStep) : message));
  if (refused.length > 0) process.exitCode = 2;
}

/** What each column of a file is taken for, and how sure that is. */
function printColumns({ file, columns, refusal }: ImportPreview): void {
  if (refusal !== null) return;
  const rows = columns.map(({ source, target, confidence, isPersonal }) => [
    source || words.noName,
    target === null ? (isPersonal ? words.personal : words.notUsed) : fieldWord(target),
    target === null ? null : `${Math.round(confidence * 100)} %`,
  ]);
  printLines('', file, formatTable(words.columns.meanings, rows));
}

function refusalOf(refused: readonly { file: string; message: string; code: string }[]): object {
  const [first] = refused;
  if (!first) return {};
  const message = refused.length === 1 ? first.message : words.refusedFiles(String(refused.length));
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
  return formatTable(words.columns.report, rows);
}

type UndoFlags = GlobalOptions & { andLater?: boolean };

async function undo(batchId: string | undefined, options: UndoFlags): Promise<void> {
  await withEngine(options, async ({ client }) => {
    const { batches } = await client.imports.listBatches({ offset: 0, limit: 200 });
    const id = batchId ?? batches.find((batch) => batch.canUndo)?.id;
    if (!id) {
      throw new AppError('NOT_FOUND', words.nothingToUndo.message, {
        nextStep: words.nothingToUndo.nextStep,
      });
    }
    const batch = await client.imports.undo({ batchId: id, isBackTo: options.andLater === true });
    if (options.json) printJson({ undone: batch });
    else printLines(...batch.undo.batches.map(({ file, kind }) => words.undone(file, kind)));
    for (const { rows, file } of batch.undo.kept) {
      tell(words.kept(String(rows), file));
    }
  });
}
