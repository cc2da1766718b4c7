import { AppError } from '@shared/contract/errors';
import { isCalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { type SampleOptions, writeSample } from '../../sample/write-sample';
import { formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.sample;
const { help } = words;

type SampleFlags = {
  out: string;
  size?: string;
  seed?: string;
  stores?: string;
  asOf?: string;
  json?: boolean;
};

export function addSampleCommand(program: Command): void {
  program
    .command('sample')
    .description(help.sample.description)
    .requiredOption('--out <folder>', help.sample.out)
    .option('--size <n>', help.sample.size)
    .option('--seed <n>', help.sample.seed)
    .option('--stores <n>', help.sample.stores)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<SampleFlags>();
      const manifest = await writeSample(toSampleOptions(flags));
      if (flags.json) printJson(manifest);
      else
        printLines(
          formatTable(
            words.columns,
            manifest.files.map(({ name, rows, bytes }) => [name, rows, bytes]),
          ),
        );
    });
}

function toSampleOptions(flags: SampleFlags): SampleOptions {
  if (flags.asOf !== undefined && !isCalendarDay(flags.asOf))
    throw new AppError('BAD_INPUT', words.badDay(flags.asOf));
  const stores = readWhole('--stores', flags.stores, 1, 2);
  const salesRows = readWhole('--size', flags.size, 100, 1_000_000);
  const seed = readWhole('--seed', flags.seed, 0, 2 ** 31 - 1);
  return {
    outDir: flags.out,
    ...(salesRows === undefined ? {} : { salesRows }),
    ...(seed === undefined ? {} : { seed }),
    ...(stores === undefined ? {} : { stores: stores === 2 ? 2 : 1 }),
    ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }),
  };
}

function readWhole(
  name: string,
  text: string | undefined,
  minimum: number,
  maximum: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return value;
  throw new AppError(
    'BAD_INPUT',
    words.badNumber(name, { from: String(minimum), to: String(maximum) }, text),
  );
}
