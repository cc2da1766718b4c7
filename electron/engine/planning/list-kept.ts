/**
 * Gaps and aged units as screens ask for them: worked out for the whole store, kept while nothing is written, and
 * narrowed to what the filter lets through, so that a change of the filter costs next to nothing.
 */
import type { AgedUnitList } from '@shared/contract/aged-units';
import type { DataFilter } from '@shared/contract/data-filter';
import { passesFilter } from '@shared/domain/passes-filter';
import type { Database } from '../database/database';
import type { ResolvedScope } from '../stores/resolve-scope';
import { judgeStock, narrowAgedUnits } from './list-aged-units';
import { type GapLevel, type GapList, listGaps } from './list-gaps';
import { type EconomicsByCondition, readAllEconomics } from './read-store-economics';

export async function listKeptGaps(
  database: Database,
  scope: ResolvedScope,
  { level, filter = {} }: { level: GapLevel; filter?: DataFilter | undefined },
): Promise<GapList> {
  const list = await database.whileUnchanged.answer(keyOf(`gaps:${level}`, scope), async () =>
    listGaps(database.db, scope, level, await keptEconomics(database, scope)),
  );
  return { ...list, gaps: list.gaps.filter((gap) => passesFilter(gap, filter)) };
}

export async function listKeptAgedUnits(
  database: Database,
  scope: ResolvedScope,
  filter: DataFilter = {},
): Promise<AgedUnitList> {
  const judged = await database.whileUnchanged.answer(keyOf('aged-units', scope), async () =>
    judgeStock(database.db, scope, await keptEconomics(database, scope)),
  );
  return narrowAgedUnits(scope, judged, filter);
}

function keptEconomics(database: Database, scope: ResolvedScope): Promise<EconomicsByCondition> {
  return database.whileUnchanged.answer(keyOf('economics', scope), () =>
    readAllEconomics(database.db, scope),
  );
}

/** Settings are data: a change of them is a write. */
function keyOf(question: string, { store, asOf }: ResolvedScope): string {
  return `${question}:${store.id}:${asOf}`;
}
