import type { Command } from 'commander';
import { type CycleResult, runCycle } from '../../cycle/run-cycle';
import { type EngineSession, finishJob, scopeOf, withEngine } from '../engine-session';
import { formatDollars, printJson, printLines, tell } from '../print';
import { addImportOptions, formatReport, type ImportFlags, toImportOptions } from './import';
import { checkReportName, type WrittenReport, writeReport } from './report';

type CycleFlags = ImportFlags & { report: string[] };

export function addCycleCommand(program: Command): void {
  addImportOptions(
    program.command('cycle').description('the whole loop: import, forecast, plan, feedback, learn, report'),
  )
    .argument('<file...>', 'files to import')
    .option(
      '--report <file>',
      'write a report, .xlsx or .pdf; may be given again',
      (value: string, all: string[]) => [...all, value],
      [],
    )
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const flags = command.opts<CycleFlags>();
      for (const file of flags.report) checkReportName(file);
      await withEngine(flags, (session) => cycle(session, paths, flags));
    });
}

async function cycle(session: EngineSession, paths: string[], flags: CycleFlags): Promise<void> {
  const { context } = session;
  const request = {
    paths,
    importOptions: toImportOptions(flags),
    ...(flags.asOf ? { asOf: flags.asOf } : {}),
  };
  const job = await context.jobs.start('cycle', 'Run the whole cycle', (handle) =>
    runCycle(context, request, handle),
  );
  const result = (await finishJob(context, job.id)) as CycleResult;
  const reports: WrittenReport[] = [];
  const { asOf, store } = flags;
  const reportFlags = { ...(asOf && { asOf }), ...(store && { store }) };
  for (const file of flags.report) reports.push(await writeReport(session, file, reportFlags));
  if (flags.json) printJson({ ...result.report, stores: result.stores, reports });
  else
    printLines(...(await summarize(session, result, flags)), ...reports.map(({ path }) => `Report: ${path}`));
  for (const { file, message } of result.report.refused) tell(`${file}: ${message}`);
  if (result.report.refused.length > 0) process.exitCode = 2;
}

async function summarize(
  { client }: EngineSession,
  { report, stores }: CycleResult,
  flags: CycleFlags,
): Promise<string[]> {
  const lines = [formatReport(report.batches), ''];
  for (const { storeCode, forecastRunId, planId, learning } of stores) {
    const overview = await client.overview.get({ ...scopeOf(flags), storeCode });
    const run = await client.forecast.getLatestRun({ ...scopeOf(flags), storeCode, grain: 'month' });
    const plan = await client.plan.get({ planId });
    lines.push(`${overview.storeName} as of ${overview.dataDate}`);
    for (const { condition, unitsInStock, stockCost, daysSupply } of overview.inventory) {
      const supply =
        daysSupply.value === null
          ? (daysSupply.note ?? 'no days supply')
          : `${Math.round(daysSupply.value)} days’ supply`;
      lines.push(
        `  Stock, ${condition}: ${unitsInStock.value ?? 0} units, ${formatDollars(stockCost.value)} at cost, ${supply}`,
      );
    }
    lines.push(
      `  Forecast ${forecastRunId}: ${run?.seriesCount ?? 0} series, ${run?.beatNaiveCount ?? 0} better than seasonal naive in back-test`,
    );
    lines.push(
      `  Order plan ${planId}: ${plan.totals.units} units, ${formatDollars(plan.totals.costCents)}, expected net ${formatDollars(plan.totals.expectedValueCents)}`,
    );
    lines.push(`  Learning: ${learning.note}`);
  }
  return lines;
}
