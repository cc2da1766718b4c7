/** `automatic-backups`: where the daily ones go, for whom they are encrypted, and which there are. */

import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { type EngineClient, type GlobalOptions, withEngine } from '../engine-session';
import { readPassphrase } from '../passphrase-file';
import { formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.automaticBackups;
const { help } = words;

type Flags = GlobalOptions & {
  folder?: string;
  ownFolder?: boolean;
  passphraseFile?: string;
  removePassphrase?: boolean;
};

export function addAutomaticBackupsCommand(program: Command): void {
  program
    .command('automatic-backups')
    .description(help.automaticBackups.description)
    .option('--folder <folder>', help.automaticBackups.folder)
    .option('--own-folder', help.automaticBackups.ownFolder)
    .option('--passphrase-file <file>', help.automaticBackups.passphraseFile)
    .option('--remove-passphrase', help.automaticBackups.removePassphrase)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<Flags>();
      refuseBoth(flags.folder, flags.ownFolder, ['--folder', '--own-folder']);
      refuseBoth(flags.passphraseFile, flags.removePassphrase, ['--passphrase-file', '--remove-passphrase']);
      await withEngine(flags, async ({ client }) => {
        await change(client, flags);
        const [state, backups] = [await client.backups.getState({}), await client.backups.list({})];
        if (flags.json) return printJson({ ...state, backups });
        printLines(
          words.folder(state.folder, {
            isUsable: state.isChosenFolderUsable,
            isEncrypted: state.isEncrypted,
          }),
          ...(backups.length === 0 ? [words.none] : [formatBackups(backups)]),
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

function refuseBoth(one: unknown, other: unknown, names: readonly [string, string]): void {
  if (one !== undefined && other) throw new AppError('BAD_INPUT', words.exclusive(...names));
}

function formatBackups(backups: Awaited<ReturnType<EngineClient['backups']['list']>>): string {
  return formatTable(
    words.columns,
    backups.map(({ createdAt, reason, bytes, isEncrypted, file }) => [
      createdAt,
      reason,
      (bytes / 1e6).toFixed(1),
      isEncrypted ? words.encrypted : null,
      file,
    ]),
  );
}
