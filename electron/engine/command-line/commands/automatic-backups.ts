/** `automatic-backups`: where the daily ones go, for whom they are encrypted, and which there are. */
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { Command } from 'commander';
import { type EngineClient, type GlobalOptions, withEngine } from '../engine-session';
import { readPassphrase } from '../passphrase-file';
import { formatTable, printJson, printLines } from '../print';

type Flags = GlobalOptions & {
  folder?: string;
  ownFolder?: boolean;
  passphraseFile?: string;
  removePassphrase?: boolean;
};

export function addAutomaticBackupsCommand(program: Command): void {
  program
    .command('automatic-backups')
    .description('list the automatic backups; choose their folder and their passphrase')
    .option('--folder <folder>', 'write them there from now on')
    .option('--own-folder', 'write them to the data folder again')
    .option('--passphrase-file <file>', 'encrypt later ones with the first line of this file')
    .option('--remove-passphrase', 'do not encrypt later ones')
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<Flags>();
      refuseBoth(flags.folder, flags.ownFolder, '--folder and --own-folder');
      refuseBoth(flags.passphraseFile, flags.removePassphrase, '--passphrase-file and --remove-passphrase');
      await withEngine(flags, async ({ client }) => {
        await change(client, flags);
        const [state, backups] = [await client.backups.getState({}), await client.backups.list({})];
        if (flags.json) return printJson({ ...state, backups });
        printLines(
          `They go to ${state.folder}${state.isChosenFolderUsable ? '' : ', which cannot be written to now'}, ${state.isEncrypted ? 'encrypted with a passphrase' : 'not encrypted'}.`,
          ...(backups.length === 0 ? ['There is none yet.'] : [formatBackups(backups)]),
        );
      });
    });
}

async function change(client: EngineClient, flags: Flags): Promise<void> {
  const { passphrase } = readPassphrase(flags.passphraseFile);
  if (flags.folder !== undefined) await client.backups.setPreferences({ folder: path.resolve(flags.folder) });
  if (flags.ownFolder) await client.backups.setPreferences({ folder: null });
  if (passphrase !== undefined) await client.backups.setPassphrase({ passphrase });
  if (flags.removePassphrase) await client.backups.setPassphrase({ passphrase: null });
}

function refuseBoth(one: unknown, other: unknown, names: string): void {
  if (one !== undefined && other) throw new AppError('BAD_INPUT', `${names} exclude each other.`);
}

function formatBackups(backups: Awaited<ReturnType<EngineClient['backups']['list']>>): string {
  return formatTable(
    ['Made', 'Why', 'MB', '', 'File'],
    backups.map(({ createdAt, reason, bytes, isEncrypted, file }) => [
      createdAt,
      reason,
      (bytes / 1e6).toFixed(1),
      isEncrypted ? 'encrypted' : null,
      file,
    ]),
  );
}
