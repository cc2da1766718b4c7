import type { Command } from 'commander';
import { describeBackup } from '../../backup/describe-backup';
import { restoreBackup } from '../../backup/restore-backup';
import { dataDirectoryOf, type GlobalOptions } from '../engine-session';
import { readPassphrase } from '../passphrase-file';
import { printJson, printLines } from '../print';
import { describeBackupFile } from './backup';

type RestoreFlags = GlobalOptions & { passphraseFile?: string; preview?: boolean };

/** Needs no engine: it also works where the database no longer opens. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('put a backup in the place of the database, which is kept beside it under another name')
    .argument('<file>', 'the backup')
    .option('--passphrase-file <file>', 'its passphrase is the first line of this file')
    .option('--preview', 'say what is in it, change nothing')
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
    program: 'a doso command (restore)',
    now: () => new Date(),
    ...passphrase,
  });
  if (flags.json) return printJson({ restored: backup, dataDirectory, keptFolder });
  printLines(
    `Restored to ${dataDirectory}.`,
    ...(keptFolder ? [`What was there is kept in ${keptFolder}.`] : []),
  );
}
