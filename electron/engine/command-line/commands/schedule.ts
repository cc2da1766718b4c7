/** Scheduled reports on the command line: `doso schedule run` is what the system's own scheduler calls at night. */

import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { type ReportSchedule, reportFormatSchema, scheduleInputSchema } from '@shared/contract/reports';
import { EXTRACT_TABLES, REPORT_CATALOGUE, REPORT_KINDS } from '@shared/domain/report-kind';
import { readTime, WEEKDAYS, writeTimes } from '@shared/domain/report-times';
import { engineTexts } from '@shared/texts/engine-texts';
import { type Command, Option } from 'commander';
import { runDue, startSchedule } from '../../reporting/schedules/watch-schedules';
import { type GlobalOptions, withEngine } from '../engine-session';
import { printJson, printLines } from '../print';

const words = engineTexts.commandLine.schedule;
const { help } = words;

type ScheduleFlags = GlobalOptions & {
  kind?: string;
  format?: string;
  table?: string;
  folder?: string;
  every?: string;
  at?: string;
  all?: boolean;
};

export function addScheduleCommand(program: Command): void {
  program
    .command('schedule')
    .description(help.schedule.description)
    .argument('<action>', help.schedule.action)
    .argument('[id]', help.schedule.id)
    .addOption(new Option('--kind <kind>', help.schedule.kind).choices(REPORT_KINDS))
    .addOption(new Option('--format <format>', help.schedule.format).choices(reportFormatSchema.options))
    .addOption(new Option('--table <table>', help.schedule.table).choices(EXTRACT_TABLES))
    .option('--folder <folder>', help.schedule.folder)
    .option('--every <when>', help.schedule.every, 'import')
    .option('--at <time>', help.schedule.at, '06:00')
    .option('--all', help.schedule.all)
    .action(async (action: string, id: string | undefined, _options: unknown, command: Command) => {
      const flags = command.opts<ScheduleFlags>();
      if (action === 'list') return list(flags);
      if (action === 'add') return add(flags);
      if (action === 'remove' && id) return remove(flags, id);
      if (action === 'run') return run(flags, id);
      throw new AppError(
        'BAD_INPUT',
        id ? words.badAction.unknown(action) : words.badAction.withoutId(action),
        {
          nextStep: words.badAction.nextStep,
        },
      );
    });
}

async function list(flags: ScheduleFlags): Promise<void> {
  await withEngine(flags, async ({ client }) => show(flags, await client.reports.listSchedules({})));
}

async function add(flags: ScheduleFlags): Promise<void> {
  const schedule = readSchedule(flags);
  await withEngine(flags, async ({ client }) =>
    show(flags, [await client.reports.saveSchedule({ schedule })]),
  );
}

async function remove(flags: ScheduleFlags, id: string): Promise<void> {
  await withEngine(flags, async ({ client }) =>
    show(flags, (await client.reports.removeSchedule({ id })).schedules),
  );
}

/** Exits 1 when one of them failed; the others are written all the same. */
async function run(flags: ScheduleFlags, id: string | undefined): Promise<void> {
  await withEngine(flags, async ({ client, context }) => {
    const schedules = await client.reports.listSchedules({});
    const chosen = schedules.filter((schedule) => flags.all || schedule.id === id);
    const ended = flags.all || id !== undefined ? [] : await runDue(context);
    for (const schedule of chosen) {
      const job = await startSchedule(context, schedule);
      ended.push(await context.jobs.wait(job.id));
    }
    const reports = ended.map(({ state, result, error }) => ({ state, ...result, error }));
    if (flags.json) printJson({ reports });
    else if (reports.length === 0) printLines(words.noneDue);
    else
      printLines(
        ...ended.map(({ result, error }) =>
          error ? words.failed(error.message) : words.wrote(String(result?.path)),
        ),
      );
    if (ended.some(({ state }) => state !== 'done')) process.exitCode = 1;
  });
}

function show(flags: ScheduleFlags, schedules: readonly ReportSchedule[]): void {
  if (flags.json) printJson({ schedules });
  else if (schedules.length === 0) printLines(words.none);
  else printLines(...schedules.map(describe));
}

function describe(schedule: ReportSchedule): string {
  const { id, report, format, folder, lastError } = schedule;
  const { title } = REPORT_CATALOGUE[report.kind];
  const when = writeTimes(schedule).toLowerCase();
  const line = words.line({ id, report: title, format, when, folder });
  return lastError ? words.lineThatFailed(line, lastError) : line;
}

/** Throws BAD_INPUT for what does not name a time, a day or a folder. */
function readSchedule(flags: ScheduleFlags) {
  const { every = 'import', at = '06:00', folder } = flags;
  const weekday = WEEKDAYS.findIndex((name) => name.toLowerCase() === every.toLowerCase());
  const minuteOfDay = readTime(at);
  const isKnown = weekday >= 0 || every === 'day' || every === 'import';
  if (!folder || !isKnown || minuteOfDay === null) {
    throw new AppError('BAD_INPUT', words.incomplete.message, {
      nextStep: words.incomplete.nextStep,
    });
  }
  const cadence = every === 'import' ? 'after_import' : weekday >= 0 ? 'weekly' : 'daily';
  return scheduleInputSchema.parse({
    ...(flags.store && { storeCode: flags.store }),
    report: { kind: flags.kind ?? 'store-review' },
    format: flags.format ?? 'xlsx',
    ...(flags.table && { table: flags.table }),
    folder: path.resolve(folder),
    cadence,
    weekday: weekday >= 0 ? weekday : null,
    minuteOfDay,
  });
}
