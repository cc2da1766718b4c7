/**
 * Import profiles: what a user answered about files with one header (what columns hold, whether the file lists
 * the whole stock), kept under the header's fingerprint and used again for the next file that has it.
 */

import { createHash } from 'node:crypto';
import { AppError } from '@shared/contract/errors';
import type { ImportKind, ImportOptions, ImportProfile } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import { z } from 'zod';
import type { Db, DbOrTransaction } from '../database/database';

const words = engineTexts.importing.batches.profiles;

export type SavedProfile = {
  readonly id: number;
  readonly name: string;
  readonly kind: ImportKind;
  readonly fingerprint: string;
  /** Source header to target field. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly coverage: ImportOptions['coverage'];
};

export type ProfileChoice = {
  /** The profile that was asked for; it holds whatever the header is. */
  readonly named: SavedProfile | null;
  readonly saved: readonly SavedProfile[];
};

export const NO_PROFILES: ProfileChoice = { named: null, saved: [] };

const mappingSchema = z.record(z.string(), z.string());
const LONGEST_NAME = 60;

/** The same for two headers with the same column names, in whatever order. */
export function headerFingerprint(header: readonly string[]): string {
  const names = header.map((name) => name.trim()).filter((name) => name !== '');
  return createHash('sha256').update(names.sort().join('\n')).digest('hex');
}

/** Throws NOT_FOUND when there is no profile of the name that the options ask for. */
export async function readProfileChoice(db: Db, { profile: name }: ImportOptions): Promise<ProfileChoice> {
  const saved = await readProfiles(db);
  if (name === undefined) return { named: null, saved };
  const named = saved.find((profile) => profile.name === name);
  if (named) return { named, saved: [] };
  throw new AppError('NOT_FOUND', words.notThere.message(name), {
    nextStep: words.notThere.nextStep,
  });
}

/** The profile that a table is read with: the one asked for, else the newest for its header. */
export function chooseProfile(
  { named, saved }: ProfileChoice,
  fingerprint: string,
  kind: ImportKind | 'auto',
): SavedProfile | null {
  if (named) return named;
  const fitting = saved.filter(
    (profile) => profile.fingerprint === fingerprint && (kind === 'auto' || profile.kind === kind),
  );
  return fitting.at(-1) ?? null;
}

/** What the user said about one file, apart from what a profile had said before. */
export type Answers = {
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly header: readonly string[];
  readonly options: ImportOptions;
  readonly profile: SavedProfile | null;
};

/**
 * Keeps the answers under the header's fingerprint, over those of an earlier profile for it, and returns the id
 * of the profile that the file was read with; null when nothing was said and none was used.
 */
export async function keepAnswers(transaction: DbOrTransaction, answers: Answers): Promise<number | null> {
  const { kind, header, options, profile } = answers;
  const mapping = Object.fromEntries(
    Object.entries(options.map).filter(([source]) => header.includes(source)),
  );
  const coverage = kind === 'inventory' ? options.coverage : 'unknown';
  const isSilent = Object.keys(mapping).length === 0 && coverage === 'unknown';
  if (options.profile !== undefined || isSilent) return profile?.id ?? null;
  if (profile) {
    await transaction
      .updateTable('importProfile')
      .set({
        mapping: JSON.stringify({ ...profile.mapping, ...mapping }),
        ...(coverage !== 'unknown' && { coverage }),
      })
      .where('id', '=', profile.id)
      .execute();
    return profile.id;
  }
  const { id } = await transaction
    .insertInto('importProfile')
    .values({
      name: await freeName(transaction, answers.fileName),
      kind,
      headerFingerprint: headerFingerprint(header),
      mapping: JSON.stringify(mapping),
      coverage,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Named after the first file that it was made for. */
async function freeName(db: DbOrTransaction, fileName: string): Promise<string> {
  const stem = fileName.replace(/\.[a-z0-9]{1,8}$/i, '').slice(0, LONGEST_NAME) || fileName;
  const taken = new Set((await readProfiles(db)).map(({ name }) => name));
  let name = stem;
  for (let number = 2; taken.has(name); number++) name = words.numbered(stem, String(number));
  return name;
}

/** Oldest first. */
async function readProfiles(db: DbOrTransaction): Promise<SavedProfile[]> {
  const rows = await db
    .selectFrom('importProfile')
    .select(['id', 'name', 'kind', 'headerFingerprint', 'mapping', 'coverage'])
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, kind, headerFingerprint: fingerprint, mapping, coverage }) => ({
    id,
    name,
    kind: kind as ImportKind,
    fingerprint,
    mapping: mappingSchema.parse(mapping),
    coverage: coverage as ImportOptions['coverage'],
  }));
}

export async function listProfiles(db: DbOrTransaction): Promise<ImportProfile[]> {
  const profiles = await readProfiles(db);
  const uses = await db
    .selectFrom('importBatch')
    .select(({ fn }) => ['profileId', fn.countAll<number>().as('uses')])
    .where('profileId', 'is not', null)
    .groupBy('profileId')
    .execute();
  return profiles.map(({ id, name, kind, mapping, coverage }) => ({
    id: String(id),
    name,
    kind,
    map: mapping,
    coverage,
    usedBy: Number(uses.find(({ profileId }) => profileId === id)?.uses ?? 0),
  }));
}

/** Throws NOT_FOUND when it is no longer there, CONFLICT when another has the name. */
export async function renameProfile(db: Db, profileId: string, name: string): Promise<void> {
  const id = parseProfileId(profileId);
  const profiles = await readProfiles(db);
  if (!profiles.some((profile) => profile.id === id)) throw profileIsGone();
  if (profiles.some((profile) => profile.id !== id && profile.name === name)) {
    throw new AppError('CONFLICT', words.nameTaken.message(name), {
      nextStep: words.nameTaken.nextStep,
    });
  }
  await db.updateTable('importProfile').set({ name }).where('id', '=', id).execute();
}

/** Files with its header are asked about again; imports that were read with it stay as they are. */
export async function forgetProfile(db: Db, profileId: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('importProfile')
    .where('id', '=', parseProfileId(profileId))
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw profileIsGone();
}

/** Ids travel as text; what cannot be one names nothing. */
function parseProfileId(profileId: string): number {
  return /^\d{1,15}$/.test(profileId) ? Number(profileId) : 0;
}

function profileIsGone(): AppError {
  return new AppError('NOT_FOUND', words.gone);
}
