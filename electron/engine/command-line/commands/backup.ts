import type { BackupFile } from '@shared/contract/backups';
import { engineTexts } from '@shared/texts/engine-texts';
import { LOCALE } from '@shared/texts/locale';
import type { Command } from 'commander';
import { finishJob, type GlobalOptions, withEngine } from '../engine-session';
import { readPassphrase } from '../passphrase-file';
import { indent, printJson, printLines } from '../print';

const words = engineTexts.commandLine.backup;
const { help } = words;

type BackupFlags = GlobalOptions & { passphraseFile?: string };

export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description(help.backup.description)
    .argument('<file>', help.backup.file)
    .option('--passphrase-file <file>', help.backup.passphraseFile)
    .action(async (file: string, _options: unknown, command: Command) => {
      const flags = command.opts<BackupFlags>();
      const passphrase = readPassphrase(flags.passphraseFile);
      await withEngine(flags, async ({ client, context }) => {
        const { jobId } = await client.backups.start({ path: file, ...passphrase });
        const { backup } = (await finishJob(context, jobId)) as { backup: BackupFile };
        if (flags.json) printJson(backup);
        else printLines(...describeBackupFile(backup), words.checked);
      });
    });
}

export function describeBackupFile({ file, bytes, isEncrypted, hasKey, content }: BackupFile): string[] {
  const rows = Object.values(content.rows).reduce((sum, count) => sum + count, 0);
  const named = content.stores.map(({ code, name }) => words.store(name, code));
  const stores = named.length > 0 ? named : [words.noStore];
  const megabytes = (bytes / 1e6).toFixed(1);
  return [
    isEncrypted ? words.encrypted(file, megabytes) : words.plain(file, megabytes),
    indent(words.made(content.createdAt, content.program, String(content.schemaVersion))),
    indent(words.content(stores, rows.toLocaleString(LOCALE), content.newestImportAt ?? words.none)),
    indent(hasKey ? words.readable.anywhere : words.readable.here),
  ];
}
