/** `feedback` and `learn`. */
import { engineTexts } from '@shared/texts/engine-texts';
import { type Command, Option } from 'commander';
import { finishJob, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.learning;
const { help } = words;

type LearnFlags = GlobalOptions & {
  explore?: 'on' | 'off';
  target: 'balanced' | 'gross' | 'turn' | 'share';
  model: 'auto' | 'least_squares' | 'elasticnet' | 'ridge' | 'lasso' | 'forest';
};

export function addLearningCommands(program: Command): void {
  program
    .command('feedback')
    .description(help.feedback.description)
    .action(async (_options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      await withEngine(options, async ({ client }) => {
        const summary = await client.learning.summarizeFeedback(scopeOf(options));
        if (options.json) {
          const { outcomes: listed } = await client.feedback.list({ ...scopeOf(options), limit: 1000 });
          return printJson({ ...summary, listed });
        }
        printLines(
          words.outcomes({
            all: String(summary.outcomes),
            accepted: String(summary.accepted),
            changed: String(summary.changed),
            declined: String(summary.declined),
          }),
          words.sold({
            sold: String(summary.unitsSold),
            ordered: String(summary.unitsOrdered),
            days: String(summary.medianDaysToTurn ?? '-'),
            gross: formatDollars(summary.grossPerUnitCents),
            aged: String(summary.agedUnits),
          }),
        );
      });
    });
  program
    .command('learn')
    .description(help.learn.description)
    .addOption(
      new Option('--target <target>', help.learn.target)
        .choices(['balanced', 'gross', 'turn', 'share'])
        .default('balanced'),
    )
    .addOption(
      new Option('--model <model>', help.learn.model)
        .choices(['auto', 'least_squares', 'elasticnet', 'ridge', 'lasso', 'forest'])
        .default('auto'),
    )
    .addOption(new Option('--explore <state>', help.learn.explore).choices(['on', 'off']))
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
          isActive ? words.active : '',
          parts.gross.toFixed(2),
          parts.daysToTurn.toFixed(2),
          parts.market.toFixed(2),
          parts.forecast.toFixed(2),
          note,
        ]);
        printLines(
          String(result.note ?? ''),
          words.exploration(exploration.note),
          formatTable(words.columns, rows),
        );
      });
    });
}
