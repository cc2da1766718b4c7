/** What the user said of successions of trims, and all of them as they stand. */
import { AppError } from '@shared/contract/errors';
import type { TrimSuccession } from '@shared/contract/trim-succession';
import type { CalendarDay } from '@shared/domain/calendar-day';
import type { DbOrTransaction } from '../database/database';
import type { ResolvedScope } from '../stores/resolve-scope';
import { readDemandRows } from './demand-series';
import { readTrimLives } from './read-trim-lives';
import {
  findSuccessions,
  type Succession,
  type SuccessionDecision,
  type TrimName,
  trimKeyOf,
} from './trim-lives';

export async function readSuccessionDecisions(
  db: DbOrTransaction,
  storeId: number,
): Promise<SuccessionDecision[]> {
  const rows = await db
    .selectFrom('trimSuccession')
    .selectAll()
    .where('storeId', '=', storeId)
    .orderBy('id')
    .execute();
  return rows.map(({ make, fromModel, fromTrim, toModel, toTrim, decision }) => ({
    from: { make, model: fromModel, trim: fromTrim },
    to: { make, model: toModel, trim: toTrim },
    decision,
  }));
}

/** Those in force as of a day. */
export async function readSuccessions(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
  historyFrom: CalendarDay,
): Promise<Succession[]> {
  const decisions = await readSuccessionDecisions(db, storeId);
  return findSuccessions(await readTrimLives(db, storeId, asOf), historyFrom, asOf, decisions);
}

/** Those in force and those rejected, as of the scope's day. */
export async function listSuccessions(
  db: DbOrTransaction,
  { store, asOf }: ResolvedScope,
): Promise<TrimSuccession[]> {
  const decisions = await readSuccessionDecisions(db, store.id);
  const rows = await readDemandRows(db, { storeId: store.id, condition: 'new', asOf });
  const lives = await readTrimLives(db, store.id, asOf);
  const found = rows ? findSuccessions(lives, rows.firstSoldOn, asOf, decisions) : [];
  const rejected = decisions.filter(({ decision }) => decision === 'rejected');
  return [
    ...found.map(({ from, to, reason, isByUser }) => ({
      from,
      to,
      state: isByUser ? ('confirmed' as const) : ('found' as const),
      reason,
    })),
    ...rejected.map(({ from, to }) => ({ from, to, state: 'rejected' as const, reason: 'set by hand' })),
  ];
}

/** `automatic` forgets what was said before. */
export async function decideSuccession(
  db: DbOrTransaction,
  storeId: number,
  from: TrimName,
  to: TrimName,
  decision: SuccessionDecision['decision'] | 'automatic',
): Promise<void> {
  if (from.make !== to.make || trimKeyOf(from) === trimKeyOf(to)) {
    throw new AppError('BAD_INPUT', 'A trim goes on with the history of another trim of its make.', {
      nextStep: 'Name two different trims of one make.',
    });
  }
  await db
    .deleteFrom('trimSuccession')
    .where('storeId', '=', storeId)
    .where('make', '=', from.make)
    .where('fromModel', '=', from.model)
    .where('fromTrim', 'is not distinct from', from.trim)
    .where('toModel', '=', to.model)
    .where('toTrim', 'is not distinct from', to.trim)
    .execute();
  if (decision === 'automatic') return;
  await db
    .insertInto('trimSuccession')
    .values({
      storeId,
      make: from.make,
      fromModel: from.model,
      fromTrim: from.trim,
      toModel: to.model,
      toTrim: to.trim,
      decision,
    })
    .execute();
}
