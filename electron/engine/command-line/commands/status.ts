import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.status;
const { help } = words;

export function addStatusCommand(program: Command): void {
  program
    .command('status')
    .description(help.status.description)
    .action(async (_options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      await withEngine(options, async ({ client }) => {
        const { asOf } = scopeOf(options);
        const status = await client.system.getStatus(asOf ? { asOf } : {});
        if (options.json) return printJson(status);
        printLines(
          words.database(
            String(status.schemaVersion),
            (status.databaseBytes / 1e6).toFixed(1),
            status.engine.dataDirectory,
          ),
          formatTable(words.columns.counts, Object.entries(status.counts)),
          '',
          formatTable(words.columns.freshness, Object.entries(status.freshness)),
        );
      });
    });
}
