/** Finds or creates the builds that a stage names, and notes their ids in it. Case does not make a new build. */
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Stage } from './stage';

const TEXT_COLUMNS = [
  'make',
  'model',
  'body',
  'trim',
  'drivetrain',
  'engine',
  'package',
  'exterior_color',
  'interior_color',
];

/** Hashable, unlike `is not distinct from`: a join on it stays fast with many builds. */
const SAME_BUILD = [
  ...TEXT_COLUMNS.map((column) => `lower(coalesce(b.${column}, '')) = lower(coalesce(s.${column}, ''))`),
  'coalesce(b.model_year, 0) = coalesce(s.model_year, 0)',
].join(' and ');

const COLUMNS = [...TEXT_COLUMNS, 'model_year'].join(', ');

export async function resolveBuilds(transaction: Transaction<Tables>, stage: Stage): Promise<void> {
  const match = `update ${stage.builds} s set build_id = b.id from build b where s.build_id is null and ${SAME_BUILD}`;
  await sql.raw(`analyze ${stage.builds}`).execute(transaction);
  await sql.raw(match).execute(transaction);
  const { numAffectedRows } = await sql
    .raw(`insert into build (${COLUMNS}) select ${COLUMNS} from ${stage.builds} where build_id is null`)
    .execute(transaction);
  if (numAffectedRows) await sql.raw(match).execute(transaction);
}
