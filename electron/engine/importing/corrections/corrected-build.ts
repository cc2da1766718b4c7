/** The build that a corrected vehicle is of: the one it was of, with one attribute changed; made when it is not there. */
import type { Transaction } from 'kysely';
import type { Tables } from '../../database/tables';
import type { BuildField, CorrectedValue } from './correctable';

export async function correctedBuild(
  transaction: Transaction<Tables>,
  buildId: number,
  field: BuildField,
  value: CorrectedValue,
): Promise<number> {
  const { id: _id, ...build } = await transaction
    .selectFrom('build')
    .selectAll()
    .where('id', '=', buildId)
    .executeTakeFirstOrThrow();
  const wanted = { ...build, [field]: value };
  let query = transaction.selectFrom('build').select('id');
  for (const [name, part] of Object.entries(wanted)) {
    query = query.where(name as BuildField, 'is not distinct from', part as string);
  }
  const known = await query.executeTakeFirst();
  if (known) return known.id;
  const { id } = await transaction
    .insertInto('build')
    .values(wanted)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
