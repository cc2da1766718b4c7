/**
 * The switch, address and model stand in a file beside the database, so that restoring an old backup switches nothing on;
 * the key stands in the database, sealed.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type AssistantSettings,
  type AssistantState,
  assistantSettingsSchema,
} from '@shared/contract/assistant';
import { AppError } from '@shared/contract/errors';
import type { Database } from '../database/database';
import { replaceFile } from '../database/replace-file';
import { UNREADABLE } from '../security/secret-box';
import { isLocalAddress, refuseOpenAddress } from './assistant-address';

const KEY_NAME = 'assistant_key';
const OFF: AssistantSettings = { isOn: false, address: 'https://api.openai.com/v1', model: 'gpt-4.1-mini' };

type Source = { database: Database; dataDirectory: string };

/** What cannot be read counts as off. */
export function readAssistantSettings(dataDirectory: string): AssistantSettings {
  try {
    return assistantSettingsSchema.parse(JSON.parse(readFileSync(fileOf(dataDirectory), 'utf8')));
  } catch {
    return OFF;
  }
}

export async function readAssistantState({ database, dataDirectory }: Source): Promise<AssistantState> {
  const settings = readAssistantSettings(dataDirectory);
  const hasKey = (await readKeyRow(database)) !== null;
  return { ...settings, hasKey, isLocal: isLocalAddress(settings.address) };
}

/** Another address forgets the key, for it is not that address's to see. Throws BAD_INPUT, and LOCKED without the store's key. */
export async function saveAssistantSettings(
  { database, dataDirectory }: Source,
  { apiKey, ...settings }: AssistantSettings & { apiKey?: string | null | undefined },
): Promise<void> {
  refuseOpenAddress(settings.address);
  const before = readAssistantSettings(dataDirectory);
  const isElsewhere = new URL(before.address).origin !== new URL(settings.address).origin;
  if (typeof apiKey === 'string') await writeKey(database, apiKey);
  else if (apiKey === null || isElsewhere)
    await database.db.deleteFrom('setting').where('name', '=', KEY_NAME).execute();
  replaceFile(fileOf(dataDirectory), JSON.stringify(settings));
}

/** Null where none is stored. Throws LOCKED where it was sealed with a key that is not here. */
export async function readAssistantKey(database: Database): Promise<string | null> {
  const key = await readKeyRow(database);
  if (key !== UNREADABLE) return key;
  throw new AppError('LOCKED', 'The key of the language model is stored encrypted and cannot be read here.', {
    nextStep: 'Open the lock, or enter the key again in Settings › Assistant.',
  });
}

async function readKeyRow({ db }: Database): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', KEY_NAME).executeTakeFirst();
  return typeof row?.value === 'string' ? row.value : null;
}

async function writeKey({ db, secrets }: Database, key: string): Promise<void> {
  const value = JSON.stringify(secrets.seal(key));
  await db
    .insertInto('setting')
    .values({ name: KEY_NAME, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

function fileOf(dataDirectory: string): string {
  return path.join(dataDirectory, 'assistant.json');
}
