import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { describeBackup } from '../../backup/describe-backup';
import { restoreBackup } from '../../backup/restore-backup';
import { dataDirectoryOf, type GlobalOptions } from '../engine-session';
import { readPassphrase } from '../passphrase-file';
import { printJson, printLines } from '../print';
import { describeBackupFile } from './backup';

const words = engineTexts.commandLine.restore;
const { help } = words;

type RestoreFlags = GlobalOptions & { passphraseFile?: string; preview?: boolean };

/** Needs no engine: it also works where the database no longer opens. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description(help.restore.description)
    .argument('<file>', help.restore.file)
    .option('--passphrase-file <file>', help.restore.passphraseFile)
    .option('--preview', help.restore.preview)
    .action(async (file: string, _options: unknown, command: Command) =>
      restore(file, command.opts<RestoreFlags>()),
    );
}

async function restore(file: string, flags: RestoreFlags): Promise<void> {
  const passphrase = readPassphrase(flags.passphraseFile);
  const backup = await describeBackup(file, passphrase.passphrase);
  if (!flags.json) printLines(...describeBackupFile(backup));
  if (flags.preview) {
    if (flags.json) printJson(backup);
    return;
  }
  const dataDirectory = dataDirectoryOf(flags);
  const { keptFolder } = await restoreBackup({
    file,
    dataDirectory,
    program: words.program,
    now: () => new Date(),
    ...passphrase,
  });
  if (flags.json) return printJson({ restored: backup, dataDirectory, keptFolder });
  printLines(words.restored(dataDirectory), ...(keptFolder ? [words.kept(keptFolder)] : []));
}
