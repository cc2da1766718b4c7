/** The stores that a stage's rows belong to; a store that is named and not there yet is created. */

import type { ImportKind } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Transaction } from 'kysely';
import type { Tables } from '../../database/tables';
import { FileRefused } from '../file-refused';
import type { EncodedFile } from './encode-rows';
import { PlanOutdated } from './plan-outdated';

const remarkWords = engineTexts.importing.remarks.store;

/** The store that rows go to when nothing names one and there is none yet. */
export const FIRST_STORE = { code: 'MAIN', name: engineTexts.importing.stores.mainStore };

export type StoreResolution = {
  readonly ids: readonly number[];
  readonly codes: readonly string[];
  /** The store of rows that name none; null when every row goes to all stores (market facts). */
  readonly fallbackCode: string | null;
  /** All rows go to `fallbackCode`, whatever they name. */
  readonly isForced: boolean;
  readonly remarks: readonly string[];
};

/** What a file says of its stores. */
export type StoresOfFile = Pick<EncodedFile, 'storeCodes' | 'storeNames' | 'newStores'> & {
  readonly fileName: string;
  /** Text above the header. */
  readonly preamble: readonly string[];
  readonly kind: ImportKind;
};

/**
 * The option wins over a single dealer id in the file; a file with several keeps them. Throws FileRefused
 * STORE_UNKNOWN when rows name no store and there are several.
 */
export async function resolveStores(
  transaction: Transaction<Tables>,
  file: StoresOfFile,
  storeCode: string | undefined,
): Promise<StoreResolution> {
  const { fileName, preamble, kind } = file;
  const named = [...file.storeCodes].sort();
  if (storeCode !== undefined && named.length <= 1) {
    return {
      ...(await ensureStores(transaction, file, [storeCode])),
      fallbackCode: storeCode,
      isForced: true,
      remarks: [],
    };
  }
  const remarks =
    storeCode === undefined ? [] : [remarkWords.fromRows(String(named.length), named, storeCode)];
  const existing = await transaction.selectFrom('store').select(['code', 'name']).orderBy('id').execute();
  if (named.length > 0) {
    const fallbackCode = named[0] ?? null;
    return { ...(await ensureStores(transaction, file, named)), fallbackCode, isForced: false, remarks };
  }
  const titled = kind === 'market' ? undefined : namedIn([...preamble, fileName], existing);
  if (existing.length > 1 && titled) {
    return {
      ...(await ensureStores(transaction, file, [titled.code])),
      fallbackCode: titled.code,
      isForced: false,
      remarks: [remarkWords.titled(titled.name)],
    };
  }
  if (existing.length > 1 && kind !== 'market') {
    throw new FileRefused(
      'STORE_UNKNOWN',
      engineTexts.importing.stores.notNamed.message(fileName, String(existing.length)),
      engineTexts.importing.stores.notNamed.nextStep,
    );
  }
  const codes = existing.length > 0 ? existing.map(({ code }) => code) : [FIRST_STORE.code];
  const created = existing.length > 0 ? [] : [remarkWords.created(FIRST_STORE.code)];
  return {
    ...(await ensureStores(transaction, file, codes)),
    fallbackCode: kind === 'market' ? null : (codes[0] ?? null),
    isForced: false,
    remarks: created,
  };
}

type NamedStore = { readonly code: string; readonly name: string };

/** The one store that is named above the header or in the file's name; undefined when none or several are. */
function namedIn(texts: readonly string[], stores: readonly NamedStore[]): NamedStore | undefined {
  const words = ` ${texts.map(plainWords).join(' ')} `;
  const named = stores.filter(({ code, name }) =>
    [code, name].some((text) => plainWords(text).length >= 3 && words.includes(` ${plainWords(text)} `)),
  );
  return named.length === 1 ? named[0] : undefined;
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

async function ensureStores(
  transaction: Transaction<Tables>,
  { newStores }: StoresOfFile,
  codes: readonly string[],
): Promise<{ ids: number[]; codes: readonly string[] }> {
  const known = new Set((await storesOf(transaction, codes)).map(({ code }) => code));
  // In the order in which rows met them, which is that of the ids that those rows were given.
  const order = new Map([...newStores.keys()].map((code, index) => [code, index]));
  const missing = codes
    .filter((code) => !known.has(code))
    .sort((one, other) => (order.get(one) ?? order.size) - (order.get(other) ?? order.size));
  for (const code of missing) {
    const name = code === FIRST_STORE.code ? FIRST_STORE.name : code;
    await transaction.insertInto('store').values({ code, name, settings: '{}' }).execute();
  }
  const ids = new Map((await storesOf(transaction, codes)).map(({ id, code }) => [code, id]));
  for (const [code, id] of newStores) {
    if (ids.get(code) !== id) throw new PlanOutdated(`the store ${code} has another id`);
  }
  return { ids: [...ids.values()], codes };
}

function storesOf(transaction: Transaction<Tables>, codes: readonly string[]) {
  return transaction
    .selectFrom('store')
    .select(['id', 'code'])
    .where('code', 'in', [...codes])
    .orderBy('id')
    .execute();
}

/** Gives a store that has no name yet the one that its rows call it by. */
export async function nameStores(
  transaction: Transaction<Tables>,
  { storeNames }: StoresOfFile,
  { fallbackCode, isForced }: StoreResolution,
): Promise<void> {
  for (const [namedCode, name] of storeNames) {
    const code = isForced || namedCode === '' ? fallbackCode : namedCode;
    if (code === null) continue;
    await transaction
      .updateTable('store')
      .set({ name })
      .where('code', '=', code)
      .whereRef('name', '=', 'code')
      .execute();
  }
}
