/** What a filter can be set to: each condition, make, model and trim that stands here or sold in the last year. */
import type { filterChoicesSchema } from '@shared/contract/data-filter';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { DbOrTransaction } from '../database/database';
import { isCountedSale, windowStart } from '../figures/counted-sales';
import { stockAsOf } from '../figures/stock-as-of';
import type { ResolvedScope } from '../stores/resolve-scope';

type FilterChoice = z.infer<typeof filterChoicesSchema>[number];

export async function listFilterChoices(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
): Promise<FilterChoice[]> {
  const { rows } = await sql<FilterChoice>`
    select condition, make, model, trim, sum(units)::int as units from (
      select condition, build_id, count(*) as units from (${stockAsOf(store.id, asOf)}) stock group by 1, 2
      union all
      select condition, build_id, count(*) from sale
      where store_id = ${store.id} and ${isCountedSale} and sold_on between ${windowStart(asOf, 365)} and ${asOf}
      group by 1, 2
    ) seen join build on build.id = seen.build_id
    group by condition, make, model, trim order by make, model, trim nulls last, condition`.execute(db);
  return rows;
}
