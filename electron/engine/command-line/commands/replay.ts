/** `replay`: the store's last months lived through again under each ordering policy. */

import { AppError } from '@shared/contract/errors';
import type { Replay } from '@shared/contract/replay';
import { policyLabel } from '@shared/domain/ordering-policy';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { finishJob, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.replay;
const { help } = words;

type ReplayFlags = GlobalOptions & { months: string; replays: string; seed: string };

export function addReplayCommand(program: Command): void {
  program
    .command('replay')
    .description(help.replay.description)
    .option('--months <count>', help.replay.months, '12')
    .option('--replays <count>', help.replay.replays, '20')
    .option('--seed <number>', help.replay.seed, '1')
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<ReplayFlags>();
      await withEngine(flags, async ({ client, context }) => {
        const { jobId } = await client.replay.start({
          ...scopeOf(flags),
          months: wholeNumber('--months', flags.months),
          replays: wholeNumber('--replays', flags.replays),
          seed: wholeNumber('--seed', flags.seed),
        });
        const { replayId } = await finishJob(context, jobId);
        const replay = await client.replay.get({ replayId: String(replayId) });
        if (flags.json) return printJson(replay);
        printLines(...describeReplay(replay));
      });
    });
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value)) return value;
  throw new AppError('BAD_INPUT', words.notWhole(name, text));
}

function describeReplay(replay: Replay): string[] {
  const rows = replay.policies.map(({ policy, measures, against }) => {
    const store = against.find((other) => other.policy === 'what_the_store_did');
    const { netGrossCents: net, turn, agedUnits, lostSales, interestCents, meanStock } = measures;
    return [
      policyLabel(policy),
      formatDollars(net.mean),
      store
        ? words.range(formatDollars(store.differenceCents.low), formatDollars(store.differenceCents.high))
        : '-',
      turn.mean.toFixed(1),
      meanStock.mean.toFixed(0),
      agedUnits.mean.toFixed(0),
      lostSales.mean.toFixed(0),
      formatDollars(interestCents.mean),
    ];
  });
  return [
    words.heading({
      from: replay.from,
      to: replay.to,
      cycles: String(replay.cycles),
      replays: String(replay.replays),
      builds: String(replay.builds),
    }),
    formatTable(words.columns, rows),
    ...replay.notes,
  ];
}
