/** `feedback` and `learn`. */
import { type Command, Option } from 'commander';
import { finishJob, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, formatTable, printJson, printLines } from '../print';

type LearnFlags = GlobalOptions & {
  explore?: 'on' | 'off';
  target: 'balanced' | 'gross' | 'turn' | 'share';
  model: 'auto' | 'least_squares' | 'elasticnet' | 'ridge' | 'lasso' | 'forest';
};

export function addLearningCommands(program: Command): void {
  program
    .command('feedback')
    .description('what became of past recommendations')
    .action(async (_options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      await withEngine(options, async ({ client }) => {
        const summary = await client.learning.summarizeFeedback(scopeOf(options));
        if (options.json) {
          const { outcomes: listed } = await client.feedback.list({ ...scopeOf(options), limit: 1000 });
          return printJson({ ...summary, listed });
        }
        printLines(
          `${summary.outcomes} recommendations: ${summary.accepted} accepted, ${summary.changed} changed, ${summary.declined} declined.`,
          `${summary.unitsSold} of ${summary.unitsOrdered} ordered units sold, median ${summary.medianDaysToTurn ?? '-'} days, ${formatDollars(summary.grossPerUnitCents)} a unit, ${summary.agedUnits} aged.`,
        );
      });
    });
  program
    .command('learn')
    .description('learn the score’s weights from outcomes; kept only when later outcomes prove them better')
    .addOption(
      new Option('--target <target>', 'what to learn for')
        .choices(['balanced', 'gross', 'turn', 'share'])
        .default('balanced'),
    )
    .addOption(
      new Option('--model <model>', 'how weights are found; auto chooses by later outcomes')
        .choices(['auto', 'least_squares', 'elasticnet', 'ridge', 'lasso', 'forest'])
        .default('auto'),
    )
    .addOption(
      new Option(
        '--explore <state>',
        'whether plans try near-equal builds; on only where the log shows a gain',
      ).choices(['on', 'off']),
    )
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<LearnFlags>();
      await withEngine(flags, async ({ client, context }) => {
        const { jobId } = await client.learning.start({
          ...scopeOf(flags),
          target: flags.target,
          model: flags.model,
        });
        const result = await finishJob(context, jobId);
        const weights = await client.learning.listWeights(scopeOf(flags));
        const { storeCode } = scopeOf(flags);
        if (flags.explore)
          await client.stores.updateSettings({
            storeCode,
            settings: { isExploring: flags.explore === 'on' },
          });
        const exploration = await client.learning.getExploration(scopeOf(flags));
        if (flags.json) return printJson({ ...result, weights, exploration });
        const rows = weights.map(({ version, isActive, weights: parts, note }) => [
          version,
          isActive ? 'yes' : '',
          parts.gross.toFixed(2),
          parts.daysToTurn.toFixed(2),
          parts.market.toFixed(2),
          parts.forecast.toFixed(2),
          note,
        ]);
        printLines(
          String(result.note ?? ''),
          `Exploration: ${exploration.note}`,
          formatTable(['Version', 'Active', 'Gross', 'Days to turn', 'Market', 'Forecast', 'Note'], rows),
        );
      });
    });
}
