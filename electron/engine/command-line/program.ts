/** The commands; each is one file. */
import { engineTexts } from '@shared/texts/engine-texts';
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

const words = engineTexts.commandLine.program;
const { help } = words;

export function createProgram(): Command {
  const program = new Command('doso')
    .description(help.program.description)
    .version(__APP_VERSION__)
    .showHelpAfterError(words.afterError)
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
  command.option('--data-dir <folder>', help.everyCommand.dataDir);
  command.option('--json', help.everyCommand.json);
  command.option('--unlock-file <file>', help.everyCommand.unlockFile);
  command.option('--wait <seconds>', help.everyCommand.wait);
  if (!hasOption(command, '--as-of')) command.option('--as-of <day>', help.everyCommand.asOf);
  if (!hasOption(command, '--store')) command.option('--store <code>', help.everyCommand.store);
}

function hasOption(command: Command, long: string): boolean {
  return command.options.some((option) => option.long === long);
}
