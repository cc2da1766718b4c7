import type { BackupFile } from '@shared/contract/backups';
import type { Command } from 'commander';
import { finishJob, type GlobalOptions, withEngine } from '../engine-session';
import { readPassphrase } from '../passphrase-file';
import { printJson, printLines } from '../print';

type BackupFlags = GlobalOptions & { passphraseFile?: string };

export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('write a backup of the whole database, and check it by opening it')
    .argument('<file>', 'the file to write')
    .option('--passphrase-file <file>', 'encrypt it with the first line of this file')
    .action(async (file: string, _options: unknown, command: Command) => {
      const flags = command.opts<BackupFlags>();
      const passphrase = readPassphrase(flags.passphraseFile);
      await withEngine(flags, async ({ client, context }) => {
        const { jobId } = await client.backups.start({ path: file, ...passphrase });
        const { backup } = (await finishJob(context, jobId)) as { backup: BackupFile };
        if (flags.json) printJson(backup);
        else printLines(...describeBackupFile(backup), 'It was opened and holds what the database holds.');
      });
    });
}

export function describeBackupFile({ file, bytes, isEncrypted, hasKey, content }: BackupFile): string[] {
  const rows = Object.values(content.rows).reduce((sum, count) => sum + count, 0);
  const stores = content.stores.map(({ code, name }) => `${name} (${code})`).join(', ') || 'no store';
  return [
    `${file}: ${(bytes / 1e6).toFixed(1)} MB${isEncrypted ? ', encrypted' : ''}`,
    `  Made ${content.createdAt} by ${content.program}, schema ${content.schemaVersion}`,
    `  ${stores}; ${rows.toLocaleString('en-US')} rows, newest import ${content.newestImportAt ?? 'none'}`,
    `  ZIP codes, notes and keys in it are readable on ${hasKey ? 'any computer' : 'the computer that made it'}`,
  ];
}
