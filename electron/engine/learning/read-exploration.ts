/** Reads the log of advice and draws, and what it says of exploration as of a day. */

import { AppError } from '@shared/contract/errors';
import type { Exploration, ExplorationDraw } from '@shared/contract/exploration';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { readRecordedOutcomes } from '../feedback/recorded-outcomes';
import type { ResolvedScope } from '../stores/resolve-scope';
import { describeExploration } from './describe-exploration';
import { explorationLog, type LoggedOutcome } from './exploration-log';
import { judgeExploration, type LoggedDraw, NEEDED_LOG } from './judge-exploration';
import type { Experience } from './near-equal-choice';
import type { LearningTarget } from './types';

const refused = engineTexts.planning.exploration.refused;

type Standing = Omit<Exploration, 'draws'> & { experience: Experience[] };

/** The verdict on the log as it was known on the scope's day, and what the next draws go by. */
export async function readExplorationStanding(
  db: DbOrTransaction,
  { store, asOf, settings }: ResolvedScope,
): Promise<Standing> {
  const target = await readTarget(db, store.id, asOf);
  const outcomes = await readLoggedOutcomes(db, store.id, asOf);
  const { log, open, experience } = explorationLog(outcomes, asOf, target);
  const verdict = judgeExploration(log);
  const mayExplore = verdict?.mayExplore ?? false;
  const counts = { decisions: log.length, neededDecisions: NEEDED_LOG, open };
  return {
    storeCode: store.code,
    asOf,
    isOn: settings.isExploring,
    target,
    ...counts,
    verdict,
    mayExplore,
    note: describeExploration({ ...counts, verdict, isOn: settings.isExploring }),
    experience,
  };
}

export async function readExploration(db: DbOrTransaction, scope: ResolvedScope): Promise<Exploration> {
  const { experience: _, ...standing } = await readExplorationStanding(db, scope);
  return { ...standing, draws: await readDraws(db, scope) };
}

/** What the store last learned for. */
async function readTarget(db: DbOrTransaction, storeId: number, asOf: CalendarDay): Promise<LearningTarget> {
  const row = await db
    .selectFrom('learningRun')
    .select('target')
    .where('storeId', '=', storeId)
    .where('asOf', '<=', asOf)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.target as LearningTarget | undefined) ?? 'balanced';
}

async function readLoggedOutcomes(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay,
): Promise<LoggedOutcome[]> {
  const outcomes = await readRecordedOutcomes(db, { storeId, asOf });
  const { rows } = await sql<LoggedDraw & { lineId: number }>`
    select line_id, propensity, choices from plan_exploration
    where line_id in (select plan_line_id from feedback where store_id = ${storeId})`.execute(db);
  const draws = new Map(rows.map(({ lineId, ...draw }) => [lineId, draw]));
  return outcomes.map(({ planLineId, ...outcome }) => ({
    ...outcome,
    draw: planLineId === null ? null : (draws.get(planLineId) ?? null),
  }));
}

const SHOWN_DRAWS = 100;

/** Newest first; the state is that of the feedback list. */
async function readDraws(db: DbOrTransaction, { store, asOf }: ResolvedScope): Promise<ExplorationDraw[]> {
  const { rows } = await sql<ExplorationDraw>`
    select plan_run.id::text as plan_id, line.id::text as line_id, plan_run.as_of, draw.instead_of,
           draw.propensity, draw.given_up_cents, draw.choices,
           concat_ws(' ', build.model_year, build.make, build.model, build.trim, build.body, build.drivetrain) as title,
           case when feedback.id is null then null
                when feedback.decision = 'declined' then 'declined'
                when feedback.ordered_quantity = 0 then 'not_ordered'
                when feedback.arrived_on is null and feedback.units_sold is null then 'on_order'
                when coalesce(feedback.units_sold, 0) = 0 then 'in_stock'
                when feedback.units_sold < feedback.ordered_quantity then 'partly_sold'
                else 'sold' end as state
    from plan_exploration draw
    join plan_line line on line.id = draw.line_id
    join plan_run on plan_run.id = line.plan_id
    join build on build.id = line.build_id
    left join feedback on feedback.plan_line_id = line.id and feedback.store_id = plan_run.store_id
    where plan_run.store_id = ${store.id} and plan_run.as_of <= ${asOf}
    order by line.id desc limit ${SHOWN_DRAWS}`.execute(db);
  return rows;
}

/** Throws CONFLICT where the store's own log does not show that exploring would have paid. */
export async function requireExplorationGain(db: DbOrTransaction, scope: ResolvedScope): Promise<void> {
  const { mayExplore, note, decisions, neededDecisions } = await readExplorationStanding(db, scope);
  if (mayExplore) return;
  throw new AppError('CONFLICT', refused.message(note), {
    details: { decisions, neededDecisions },
    nextStep: refused.nextStep,
  });
}
