import type { Command } from 'commander';
import { type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatTable, printJson, printLines } from '../print';

export function addStatusCommand(program: Command): void {
  program
    .command('status')
    .description('what the database holds and how fresh it is')
    .action(async (_options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      await withEngine(options, async ({ client }) => {
        const { asOf } = scopeOf(options);
        const status = await client.system.getStatus(asOf ? { asOf } : {});
        if (options.json) return printJson(status);
        printLines(
          `Schema ${status.schemaVersion}, ${(status.databaseBytes / 1e6).toFixed(1)} MB, ${status.engine.dataDirectory}`,
          formatTable(['Rows', 'Count'], Object.entries(status.counts)),
          '',
          formatTable(['Import', 'As of'], Object.entries(status.freshness)),
        );
      });
    });
}
