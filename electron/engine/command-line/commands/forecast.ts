import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { AppError } from '@shared/contract/errors';
import type { ForecastSeries, SeriesForecast } from '@shared/contract/forecast';
import type { AccuracySummary, ForecastAccuracyLevel } from '@shared/contract/forecast-accuracy';
import type { Condition, ForecastLevel } from '@shared/contract/primitives';
import { engineTexts } from '@shared/texts/engine-texts';
import { type Command, Option } from 'commander';
import { forecastCsv } from '../../forecasting/forecast-csv';
import { MODEL_NAMES } from '../../forecasting/models/model-catalogue';
import type { ForecastOptions } from '../../forecasting/types';
import { finishJob, scopeOf, withEngine } from '../engine-session';
import { formatTable, printJson, printLines } from '../print';
import { type AdjustmentFlags, isAboutAdjustments, runAdjustments } from './forecast-adjustments';

const words = engineTexts.commandLine.forecast;
const { help } = words;

type ForecastFlags = AdjustmentFlags & {
  level?: ForecastLevel;
  horizon: string;
  model: ForecastOptions['model'];
  series?: string;
  condition: Condition;
  accuracy?: boolean;
};

export function addForecastCommand(program: Command): void {
  program
    .command('forecast')
    .description(help.forecast.description)
    .addOption(
      new Option('--level <level>', help.forecast.level).choices(['store', 'model', 'trim', 'build']),
    )
    .addOption(new Option('--grain <grain>', help.forecast.grain).choices(['week', 'month']).default('month'))
    .option('--horizon <n>', help.forecast.horizon, '6')
    .addOption(
      new Option('--model <name>', help.forecast.model).choices(['auto', ...MODEL_NAMES]).default('auto'),
    )
    .option('--series <file>', help.forecast.series)
    .addOption(
      new Option('--condition <condition>', help.forecast.condition).choices(['new', 'used']).default('new'),
    )
    .option('--accuracy', help.forecast.accuracy)
    .option('--adjust <series>', help.forecast.adjust)
    .option('--change <change>', help.forecast.change)
    .option('--from <period>', help.forecast.from)
    .option('--to <period>', help.forecast.to)
    .option('--reason <text>', help.forecast.reason)
    .option('--adjustments', help.forecast.adjustments)
    .option('--take-back <id>', help.forecast.takeBack)
    .option('--put-back <id>', help.forecast.putBack)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<ForecastFlags>();
      if (flags.accuracy) return printAccuracy(flags);
      if (isAboutAdjustments(flags)) return runAdjustments(flags);
      const horizon = readHorizon(flags.horizon);
      const series = flags.series
        ? await forecastFile(flags.series, flags, horizon)
        : await forecastStore(flags, horizon);
      if (flags.json) return printJson({ series });
      const rows = series.map((one) => [
        one.id,
        one.model,
        one.total.mean.toFixed(1),
        interval(one.total.quantiles),
        one.accuracy.mase?.toFixed(2) ?? null,
        one.note ?? '',
      ]);
      printLines(formatTable(words.columns.series(String(horizon)), rows));
    });
}

async function forecastFile(file: string, flags: ForecastFlags, horizon: number): Promise<SeriesForecast[]> {
  const text = await readText(file);
  const threads = Math.min(4, cpus().length);
  try {
    return await forecastCsv(text, { horizon, model: flags.model }, { workerDirectory: __dirname, threads });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'FILE_REFUSED') throw error;
    const options = {
      details: { file, ...error.details },
      ...(error.nextStep ? { nextStep: error.nextStep } : {}),
    };
    throw new AppError('FILE_REFUSED', words.fileProblem(file, error.message), options);
  }
}

/** Spreadsheets save text in UTF-16 as well as in UTF-8; the first says so by its mark. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const isMissing = error.code === 'ENOENT';
    throw new AppError(
      'BAD_INPUT',
      isMissing ? words.noFile(file) : words.notReadable(file, String(error.code)),
      { details: { file } },
    );
  });
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}

async function forecastStore(flags: ForecastFlags, horizon: number): Promise<ForecastSeries[]> {
  return withEngine(flags, async ({ client, context }) => {
    const { jobId } = await client.forecast.start({
      ...scopeOf(flags),
      grain: flags.grain,
      horizon,
      model: flags.model,
      ...(flags.level ? { level: flags.level } : {}),
    });
    const { runId } = (await finishJob(context, jobId)) as { runId: string };
    return client.forecast.listSeriesWithHistory({
      runId,
      condition: flags.condition,
      ...(flags.level ? { level: flags.level } : {}),
    });
  });
}

async function printAccuracy(flags: ForecastFlags): Promise<void> {
  await withEngine(flags, async ({ client }) => {
    const accuracy = await client.forecast.getAccuracy({ ...scopeOf(flags), grain: flags.grain });
    const { level, condition, grain } = flags;
    const series =
      level && (await client.forecast.listSeriesAccuracy({ ...scopeOf(flags), grain, level, condition }));
    if (flags.json) return printJson(series ? { ...accuracy, series } : accuracy);
    const { accuracy: heads } = words.columns;
    const rows = series
      ? series.flatMap((one) => accuracyRows(one.id, one))
      : accuracy.levels.flatMap((one) =>
          accuracyRows(one.condition === 'used' ? words.usedLevel(one.level) : one.level, one),
        );
    printLines(
      words.asOf(accuracy.asOf),
      formatTable([series ? heads.series : heads.level, ...heads.rest], rows),
    );
  });
}

function accuracyRows(
  name: string,
  { backTest, outcome }: Pick<ForecastAccuracyLevel, 'backTest' | 'outcome'>,
): (string | null)[][] {
  const row = (measured: string, one: AccuracySummary) => [
    name,
    measured,
    String(one.series),
    String(one.tests),
    one.mase?.toFixed(2) ?? null,
    one.naiveMase?.toFixed(2) ?? null,
    one.rmsse?.toFixed(2) ?? null,
    percent(one.bias),
    one.pinball?.toFixed(2) ?? null,
    one.naivePinball?.toFixed(2) ?? null,
    percent(one.coverage80),
    percent(one.coverage90),
  ];
  return [row(words.backTest, backTest), ...(outcome ? [row(words.outcome, outcome)] : [])];
}

function percent(share: number | null): string | null {
  return share === null ? null : `${(100 * share).toFixed(0)} %`;
}

function readHorizon(text: string): number {
  const horizon = Number(text);
  if (Number.isInteger(horizon) && horizon >= 1 && horizon <= 60) return horizon;
  throw new AppError('BAD_INPUT', words.badHorizon(text));
}

function interval(quantiles: Record<string, number>): string {
  const low = quantiles['0.05'];
  const high = quantiles['0.95'];
  return low === undefined || high === undefined ? '-' : words.interval(low.toFixed(0), high.toFixed(0));
}
