import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { inkSchema, paperSchema, reportKindSchema, reportRequestSchema } from '@shared/contract/reports';
import { toReportView } from '@shared/contract/shared-search';
import {
  EXTRACT_TABLES,
  type ExtractTableName,
  REPORT_CATALOGUE,
  REPORT_KINDS,
  REPORT_SECTIONS,
  type ReportKind,
  type ReportSection,
  TABLE_OF_KIND,
} from '@shared/domain/report-kind';
import { engineTexts } from '@shared/texts/engine-texts';
import { type Command, Option } from 'commander';
import { printPdf } from '../../reporting/print-pdf';
import { type EngineSession, finishJob, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { printJson, printLines } from '../print';

const words = engineTexts.commandLine.report;
const { help } = words;

export type WrittenReport = { path: string; bytes: number };

type ReportFlags = GlobalOptions & {
  kind?: ReportKind;
  section?: ReportSection[];
  table?: ExtractTableName;
  condition?: 'new' | 'used';
  make?: string;
  model?: string;
  view?: string;
  months?: string;
  paper?: 'letter' | 'a4';
  ink?: 'color' | 'grey';
};

export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description(help.report.description)
    .requiredOption('--out <file>', help.report.out)
    .addOption(new Option('--kind <kind>', help.report.kind).choices(REPORT_KINDS).default('store-review'))
    .addOption(new Option('--section <section...>', help.report.section).choices(REPORT_SECTIONS))
    .addOption(new Option('--table <table>', help.report.table).choices(EXTRACT_TABLES))
    .addOption(new Option('--condition <condition>', help.report.condition).choices(['new', 'used']))
    .option('--make <make>', help.report.make)
    .option('--model <model>', help.report.model)
    .option('--view <name>', help.report.view)
    .option('--months <n>', help.report.months)
    .addOption(new Option('--paper <paper>', help.report.paper).choices(paperSchema.options))
    .addOption(new Option('--ink <ink>', help.report.ink).choices(inkSchema.options))
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<ReportFlags & { out: string }>();
      checkReportName(flags.out);
      await withEngine(flags, async (session) => {
        const written = await writeReport(session, flags.out, flags);
        if (flags.json) printJson(written);
        else printLines(words.wrote(written.path, String(Math.round(written.bytes / 1000))));
      });
    });
}

/** Throws BAD_INPUT before any work is done when the name says no format that there is. */
export function checkReportName(file: string): void {
  if (/\.(xlsx|pdf|csv|json|parquet)$/i.test(file)) return;
  throw new AppError('BAD_INPUT', words.badName.message(path.basename(file)), {
    nextStep: words.badName.nextStep,
  });
}

export async function writeReport(
  { client, context }: EngineSession,
  file: string,
  options: ReportFlags,
): Promise<WrittenReport> {
  const target = path.resolve(file);
  const kind = reportKindSchema.parse(options.kind ?? 'store-review');
  const view = await findView(client, options.view);
  if (!/\.(xlsx|pdf)$/i.test(target)) {
    const table = options.table ?? TABLE_OF_KIND[kind];
    const segment = segmentOf(options);
    const { jobId } = await client.reports.startExtract({
      ...scopeOf(options),
      ...segment,
      ...view,
      table,
      path: target,
    });
    return (await finishJob(context, jobId)) as WrittenReport;
  }
  const request = { ...readRequest(kind, options), ...view };
  if (/\.pdf$/i.test(target)) {
    const written = await printPdf(await client.reports.build(request), target);
    await client.reports.noteSaved({ path: target, format: 'pdf' });
    return written;
  }
  const { jobId } = await client.reports.startWorkbook({ ...request, path: target });
  return (await finishJob(context, jobId)) as WrittenReport;
}

/** Throws NOT_FOUND for a name that no view of this user has. */
async function findView(client: EngineSession['client'], name: string | undefined) {
  if (name === undefined) return {};
  const views = await client.workspace.listViews({});
  const found = views.find((view) => view.name === name);
  if (!found) {
    throw new AppError('NOT_FOUND', words.noView.message(name), {
      nextStep: views.length > 0 ? words.noView.views(views.map((view) => view.name)) : words.noView.saveOne,
    });
  }
  return { view: toReportView(found) };
}

function segmentOf({ condition, make, model }: ReportFlags) {
  return { ...(condition && { condition }), ...(make && { make }), ...(model && { model }) };
}

/** Throws BAD_INPUT for sections that are not the kind's, and for months out of range. */
function readRequest(kind: ReportKind, options: ReportFlags) {
  const strange = options.section?.find((section) => !REPORT_CATALOGUE[kind].sections.includes(section));
  if (strange) {
    throw new AppError('BAD_INPUT', words.noSection.message(kind, strange), {
      nextStep: words.noSection.nextStep(REPORT_CATALOGUE[kind].sections),
    });
  }
  const parsed = reportRequestSchema.safeParse({
    ...scopeOf(options),
    ...segmentOf(options),
    kind,
    ...(options.section && { sections: options.section }),
    ...(options.months && { months: Number(options.months) }),
    ...(options.paper && { paper: options.paper }),
    ...(options.ink && { ink: options.ink }),
  });
  if (parsed.success) return parsed.data;
  throw new AppError('BAD_INPUT', words.badMonths.message(options.months ?? ''), {
    nextStep: words.badMonths.nextStep,
  });
}
