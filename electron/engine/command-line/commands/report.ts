import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { Command } from 'commander';
import { type EngineSession, finishJob, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { printJson, printLines } from '../print';
import { printPdf } from '../print-pdf';

export type WrittenReport = { path: string; bytes: number };

export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('write the store report as an Excel workbook or a PDF')
    .requiredOption('--out <file>', 'file ending in .xlsx or .pdf')
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<GlobalOptions & { out: string }>();
      checkReportName(flags.out);
      await withEngine(flags, async (session) => {
        const written = await writeReport(session, flags.out, flags);
        if (flags.json) printJson(written);
        else printLines(`Wrote ${written.path} (${Math.round(written.bytes / 1000)} KB).`);
      });
    });
}

/** Throws BAD_INPUT before any work is done when the name says neither Excel nor PDF. */
export function checkReportName(file: string): void {
  if (/\.(xlsx|pdf)$/i.test(file)) return;
  throw new AppError('BAD_INPUT', `A report is written as .xlsx or .pdf, not as ${path.basename(file)}.`, {
    nextStep: 'Name the file with one of these endings.',
  });
}

export async function writeReport(
  { client, context }: EngineSession,
  file: string,
  options: GlobalOptions,
): Promise<WrittenReport> {
  const target = path.resolve(file);
  if (/\.pdf$/i.test(target)) {
    const written = await printPdf(await client.reports.build(scopeOf(options)), target);
    await client.reports.noteSaved({ path: target, format: 'pdf' });
    return written;
  }
  const { jobId } = await client.reports.startWorkbook({ ...scopeOf(options), path: target });
  return (await finishJob(context, jobId)) as WrittenReport;
}
