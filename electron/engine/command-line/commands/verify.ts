import path from 'node:path';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { verifyDataDirectory } from '../../backup/verify-data-directory';
import { dataDirectoryOf, type GlobalOptions } from '../engine-session';
import { formatTable, printJson, printLines, tell } from '../print';

const words = engineTexts.commandLine.verify;
const { help } = words;

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description(help.verify.description)
    .action(async (_options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      const verification = await verifyDataDirectory({
        dataDirectory: dataDirectoryOf(options),
        templateFile: path.join(__dirname, '../database-template.tar.gz'),
        program: words.program,
        now: () => new Date(),
      });
      if (!verification.isGood) process.exitCode = 1;
      if (options.json) return printJson(verification);
      const rows = verification.checks.map(({ name, looked, problems }) => [
        name,
        looked,
        problems.length === 0 ? words.good : words.problems(String(problems.length)),
      ]);
      printLines(formatTable(words.columns, rows));
      for (const { name, problems } of verification.checks)
        for (const problem of problems) tell(words.problem(name, problem));
    });
}
