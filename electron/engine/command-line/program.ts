/** The commands; each is one file. */
import { Command } from 'commander';
import { addAccountCommands } from './commands/account';
import { addAssistantCommands } from './commands/assistant';
import { addAutomaticBackupsCommand } from './commands/automatic-backups';
import { addBackupCommand } from './commands/backup';
import { addCycleCommand } from './commands/cycle';
import { addDecideCommand } from './commands/decide';
import { addFiguresCommands } from './commands/figures';
import { addForecastCommand } from './commands/forecast';
import { addImportCommands } from './commands/import';
import { addLearningCommands } from './commands/learning';
import { addPlanCommands } from './commands/plan';
import { addProfilesCommand } from './commands/profiles';
import { addReplayCommand } from './commands/replay';
import { addReportCommand } from './commands/report';
import { addRestoreCommand } from './commands/restore';
import { addSampleCommand } from './commands/sample';
import { addScheduleCommand } from './commands/schedule';
import { addStatusCommand } from './commands/status';
import { addVerifyCommand } from './commands/verify';
import { addWatchCommand } from './commands/watch';

export function createProgram(): Command {
  const program = new Command('doso')
    .description('What to order, what to move, and why: from the exports of your dealer management system.')
    .version(__APP_VERSION__)
    .showHelpAfterError('(run with --help for the options)')
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) });
  addImportCommands(program);
  addProfilesCommand(program);
  addAccountCommands(program);
  addStatusCommand(program);
  addFiguresCommands(program);
  addForecastCommand(program);
  addPlanCommands(program);
  addDecideCommand(program);
  addLearningCommands(program);
  addReplayCommand(program);
  addReportCommand(program);
  addScheduleCommand(program);
  addCycleCommand(program);
  addSampleCommand(program);
  addBackupCommand(program);
  addAutomaticBackupsCommand(program);
  addRestoreCommand(program);
  addVerifyCommand(program);
  addWatchCommand(program);
  addAssistantCommands(program);
  for (const command of program.commands) {
    command.exitOverride();
    addGlobalOptions(command);
  }
  return program;
}

function addGlobalOptions(command: Command): void {
  command.option('--data-dir <folder>', 'the database folder (default: the app’s own, or DOSO_DATA_DIR)');
  command.option('--json', 'print one JSON document');
  command.option('--unlock-file <file>', 'the first line of this file is the passphrase of the app lock');
  command.option('--wait <seconds>', 'wait for another DOSO to leave the database folder');
  if (!hasOption(command, '--as-of')) command.option('--as-of <day>', 'compute as of this day, YYYY-MM-DD');
  if (!hasOption(command, '--store')) command.option('--store <code>', 'the store (default: the only one)');
}

function hasOption(command: Command, long: string): boolean {
  return command.options.some((option) => option.long === long);
}
