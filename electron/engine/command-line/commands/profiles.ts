/** `profiles`: what was answered about files before, listed, renamed and forgotten. */

import { AppError } from '@shared/contract/errors';
import { type ImportProfile, NOT_USED } from '@shared/contract/imports';
import { fieldWord } from '@shared/domain/field-words';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { type EngineClient, type GlobalOptions, withEngine } from '../engine-session';
import { formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.profiles;
const { help } = words;

type ProfileFlags = GlobalOptions & { rename?: string; to?: string; forget?: string };

export function addProfilesCommand(program: Command): void {
  program
    .command('profiles')
    .description(help.profiles.description)
    .option('--rename <name>', help.profiles.rename)
    .option('--to <name>', help.profiles.to)
    .option('--forget <name>', help.profiles.forget)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<ProfileFlags>();
      await withEngine(flags, async ({ client }) => {
        const profiles = await changeProfiles(client, flags);
        if (flags.json) printJson({ profiles });
        else printLines(profiles.length === 0 ? words.none : formatProfiles(profiles));
      });
    });
}

async function changeProfiles(
  client: EngineClient,
  { rename, to, forget }: ProfileFlags,
): Promise<ImportProfile[]> {
  if ((rename === undefined) !== (to === undefined)) {
    throw new AppError('BAD_INPUT', words.incomplete);
  }
  let { profiles } = await client.imports.listProfiles();
  if (rename !== undefined && to !== undefined) {
    const profileId = idOf(profiles, rename);
    ({ profiles } = await client.imports.renameProfile({ profileId, name: to }));
  }
  if (forget !== undefined) {
    ({ profiles } = await client.imports.forgetProfile({ profileId: idOf(profiles, forget) }));
  }
  return profiles;
}

function idOf(profiles: readonly ImportProfile[], name: string): string {
  const profile = profiles.find((candidate) => candidate.name === name);
  if (profile) return profile.id;
  throw new AppError('NOT_FOUND', words.notThere.message(name), {
    nextStep: words.notThere.nextStep,
  });
}

function formatProfiles(profiles: readonly ImportProfile[]): string {
  const rows = profiles.map(({ name, kind, map, coverage, usedBy }) => [
    name,
    kind,
    Object.entries(map)
      .map(([source, target]) => `${source}=${target === NOT_USED ? target : fieldWord(target)}`)
      .join(', ') || null,
    kind === 'inventory' ? coverage : null,
    usedBy,
  ]);
  return formatTable(words.columns, rows);
}
