/** `replay`: the store's last months lived through again under each ordering policy. */
import { AppError } from '@shared/contract/errors';
import type { Replay } from '@shared/contract/replay';
import { policyLabel } from '@shared/domain/ordering-policy';
import type { Command } from 'commander';
import { finishJob, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, formatTable, printJson, printLines } from '../print';

type ReplayFlags = GlobalOptions & { months: string; replays: string; seed: string };

export function addReplayCommand(program: Command): void {
  program
    .command('replay')
    .description('live through the last months again under each ordering policy and compare what they earn')
    .option('--months <count>', 'the last so many months', '12')
    .option('--replays <count>', 'how often, each time with other customers drawn', '20')
    .option('--seed <number>', 'the same seed draws the same customers', '1')
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
  throw new AppError('BAD_INPUT', `${name} must be a whole number, not "${text}".`);
}

function describeReplay(replay: Replay): string[] {
  const rows = replay.policies.map(({ policy, measures, against }) => {
    const store = against.find((other) => other.policy === 'what_the_store_did');
    const { netGrossCents: net, turn, agedUnits, lostSales, interestCents, meanStock } = measures;
    return [
      policyLabel(policy),
      formatDollars(net.mean),
      store
        ? `${formatDollars(store.differenceCents.low)} to ${formatDollars(store.differenceCents.high)}`
        : '-',
      turn.mean.toFixed(1),
      meanStock.mean.toFixed(0),
      agedUnits.mean.toFixed(0),
      lostSales.mean.toFixed(0),
      formatDollars(interestCents.mean),
    ];
  });
  return [
    `${replay.from} to ${replay.to}: ${replay.cycles} orders, ${replay.replays} replays, ${replay.builds} builds.`,
    formatTable(
      ['Policy', 'Net gross', 'Against the store (95 %)', 'Turn', 'Stock', 'Aged', 'Lost sales', 'Interest'],
      rows,
    ),
    ...replay.notes,
  ];
}
