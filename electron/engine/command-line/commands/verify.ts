import path from 'node:path';
import type { Command } from 'commander';
import { verifyDataDirectory } from '../../backup/verify-data-directory';
import { dataDirectoryOf, type GlobalOptions } from '../engine-session';
import { formatTable, printJson, printLines, tell } from '../print';

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('look for damage: pages, indexes, references, imports, schema')
    .action(async (_options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      const verification = await verifyDataDirectory({
        dataDirectory: dataDirectoryOf(options),
        templateFile: path.join(__dirname, '../database-template.tar.gz'),
        program: 'a doso command (verify)',
        now: () => new Date(),
      });
      if (!verification.isGood) process.exitCode = 1;
      if (options.json) return printJson(verification);
      const rows = verification.checks.map(({ name, looked, problems }) => [
        name,
        looked,
        problems.length === 0 ? 'good' : `${problems.length} problems`,
      ]);
      printLines(formatTable(['Check', 'Looked at', ''], rows));
      for (const { name, problems } of verification.checks)
        for (const problem of problems) tell(`${name}: ${problem}`);
    });
}
