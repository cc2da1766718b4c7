/** Compared records in words: what they are called, and which fields differ. Images are rows as JSON, in SQL's names. */
import type { BatchChange, ComparedRow } from '@shared/contract/import-accounting';
import type { ImportKind } from '@shared/contract/imports';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../../database/database';
import { comparedColumns, isSealedColumn } from './compared-columns';

export type RowImage = Readonly<Record<string, unknown>>;
export type ImagePair = {
  change: BatchChange;
  current: RowImage;
  before: RowImage | null;
  after: RowImage | null;
};

export async function describeRows(
  db: DbOrTransaction,
  kind: ImportKind,
  pairs: readonly ImagePair[],
): Promise<ComparedRow[]> {
  const builds = await readBuildNames(db, pairs);
  const stores = await readStoreCodes(db);
  const name = (image: RowImage) => builds.get(Number(image.build_id)) ?? '';
  return pairs.map(({ change, current, before, after }) => ({
    change,
    storeCode: stores.get(Number(current.store_id)) ?? '',
    key: keyOf(kind, current),
    subject: subjectOf(kind, current, name(current)),
    fields: change === 'changed' && before && after ? changedFields(kind, before, after, name) : [],
  }));
}

function changedFields(
  kind: ImportKind,
  before: RowImage,
  after: RowImage,
  buildName: (image: RowImage) => string,
): ComparedRow['fields'] {
  return comparedColumns(kind)
    .filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
    .map((column) => {
      if (isSealedColumn(kind, column))
        return { field: camelCase(column), from: null, to: null, isMoney: false };
      const text = (image: RowImage) => (column === 'build_id' ? buildName(image) : asText(image[column]));
      return {
        field: column === 'build_id' ? 'vehicle' : camelCase(column),
        from: text(before),
        to: text(after),
        isMoney: column.endsWith('_cents'),
      };
    });
}

/** Identifying columns of each kind, in the order in which they are shown. */
const KEYS: Readonly<Record<ImportKind, readonly string[]>> = {
  inventory: ['stock_number', 'vin'],
  sales: ['deal_number', 'stock_number', 'vin'],
  orders: ['order_number'],
  allocation: ['cycle', 'allocation_group'],
  market: ['period', 'region'],
  feedback: ['reference'],
};

function keyOf(kind: ImportKind, image: RowImage): string {
  return KEYS[kind].flatMap((column) => asText(image[column]) ?? []).join(', ');
}

function subjectOf(kind: ImportKind, image: RowImage, buildName: string): string {
  if (kind !== 'market' && kind !== 'allocation') return buildName;
  return [image.make, image.model].flatMap((value) => asText(value) ?? []).join(' ');
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

async function readBuildNames(
  db: DbOrTransaction,
  pairs: readonly ImagePair[],
): Promise<Map<number, string>> {
  const ids = new Set<number>();
  for (const { current, before, after } of pairs) {
    for (const image of [current, before, after]) if (image?.build_id) ids.add(Number(image.build_id));
  }
  if (ids.size === 0) return new Map();
  const { rows } = await sql<{ id: number; name: string }>`
    select id, concat_ws(' ', model_year, make, model, trim, body, drivetrain, engine, package, exterior_color,
      case when interior_color is not null then '/ ' || interior_color end) as name
    from build where id in (${sql.join([...ids])})`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function readStoreCodes(db: DbOrTransaction): Promise<Map<number, string>> {
  const rows = await db.selectFrom('store').select(['id', 'code']).execute();
  return new Map(rows.map(({ id, code }) => [id, code]));
}
