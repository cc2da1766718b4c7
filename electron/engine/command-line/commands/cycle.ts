import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { type CycleResult, runCycle } from '../../cycle/run-cycle';
import { type EngineSession, finishJob, scopeOf, withEngine } from '../engine-session';
import { formatDollars, indent, printJson, printLines, tell } from '../print';
import { addImportOptions, formatReport, type ImportFlags, toImportOptions } from './import';
import { checkReportName, type WrittenReport, writeReport } from './report';

const words = engineTexts.commandLine.cycle;
const { help } = words;

type CycleFlags = ImportFlags & { report: string[] };

export function addCycleCommand(program: Command): void {
  addImportOptions(program.command('cycle').description(help.cycle.description))
    .argument('<file...>', help.cycle.file)
    .option('--report <file>', help.cycle.report, (value: string, all: string[]) => [...all, value], [])
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
  const job = await context.jobs.start('cycle', words.job, (handle) => runCycle(context, request, handle));
  const result = (await finishJob(context, job.id)) as CycleResult;
  const reports: WrittenReport[] = [];
  const { asOf, store } = flags;
  const reportFlags = { ...(asOf && { asOf }), ...(store && { store }) };
  for (const file of flags.report) reports.push(await writeReport(session, file, reportFlags));
  if (flags.json) printJson({ ...result.report, stores: result.stores, reports });
  else
    printLines(
      ...(await summarize(session, result, flags)),
      ...reports.map(({ path }) => words.report(path)),
    );
  for (const { file, message } of result.report.refused) tell(words.refused(file, message));
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
    lines.push(words.store(overview.storeName, overview.dataDate));
    for (const { condition, unitsInStock, stockCost, daysSupply } of overview.inventory) {
      const supply =
        daysSupply.value === null
          ? (daysSupply.note ?? words.noDaysSupply)
          : words.daysSupply(String(Math.round(daysSupply.value)));
      lines.push(
        indent(
          words.stock({
            condition,
            units: String(unitsInStock.value ?? 0),
            cost: formatDollars(stockCost.value),
            supply,
          }),
        ),
      );
    }
    lines.push(
      indent(words.forecast(forecastRunId, String(run?.seriesCount ?? 0), String(run?.beatNaiveCount ?? 0))),
    );
    lines.push(
      indent(
        words.plan({
          id: planId,
          units: String(plan.totals.units),
          cost: formatDollars(plan.totals.costCents),
          net: formatDollars(plan.totals.expectedValueCents),
        }),
      ),
    );
    lines.push(indent(words.learning(learning.note)));
  }
  return lines;
}
