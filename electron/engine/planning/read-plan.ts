/** Reads plans back in the contract's shape, each line with the decision that counts: the newest not withdrawn. */
import { AppError } from '@shared/contract/errors';
import type { Plan, PlanLine } from '@shared/contract/plan';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import type { OrderAnalysis } from './analyse-order';

const failures = engineTexts.planning.planFailures;

/** Throws NOT_FOUND. */
export async function readPlan(db: DbOrTransaction, planId: string): Promise<Plan> {
  const run = await readRun(db, planId);
  if (!run) throw new AppError('NOT_FOUND', failures.noPlan(planId), { details: { planId } });
  const { id, outcome, forecastRunId, analysis, supersededBy, ...rest } = run;
  return {
    id: String(id),
    ...rest,
    forecastRunId: String(forecastRunId),
    ...outcome,
    // Plans of earlier versions carry their prices in the outcome.
    shadowPrices: analysis?.shadowPrices ?? outcome.shadowPrices ?? [],
    sensitivity: analysis?.sensitivity ?? [],
    supersededByPlanId: supersededBy === null ? null : String(supersededBy),
    lines: await readLines(db, id),
  };
}

/** The store's newest plan as of a day up to `asOf`; null without one. */
export async function readLatestPlan(
  db: DbOrTransaction,
  storeId: number,
  asOf: CalendarDay | undefined,
): Promise<Plan | null> {
  let query = db.selectFrom('planRun').select('id').where('storeId', '=', storeId);
  if (asOf !== undefined) query = query.where('asOf', '<=', asOf);
  const row = await query.orderBy('asOf', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row ? readPlan(db, String(row.id)) : null;
}

type Stated = Pick<Plan, 'storeCode' | 'asOf' | 'createdAt' | 'analysedAt' | 'signedOffAt' | 'signedOffNote'>;

type RunRow = Stated & {
  id: number;
  forecastRunId: number;
  supersededBy: number | null;
  analysis: OrderAnalysis | null;
  outcome: Omit<
    Plan,
    keyof Stated | 'id' | 'forecastRunId' | 'lines' | 'sensitivity' | 'shadowPrices' | 'supersededByPlanId'
  > & { shadowPrices?: Plan['shadowPrices'] };
};

async function readRun(db: DbOrTransaction, planId: string): Promise<RunRow | undefined> {
  if (!/^\d{1,18}$/.test(planId)) return undefined;
  const row = await db
    .selectFrom('planRun')
    .innerJoin('store', 'store.id', 'planRun.storeId')
    .select([
      'planRun.id',
      'store.code as storeCode',
      'planRun.asOf',
      'planRun.createdAt',
      'planRun.forecastRunId',
      'planRun.outcome',
      'planRun.analysis',
      'planRun.analysedAt',
      'planRun.signedOffAt',
      'planRun.signedOffNote',
      'planRun.supersededBy',
    ])
    .where('planRun.id', '=', Number(planId))
    .executeTakeFirst();
  return row as RunRow | undefined;
}

type LineRow = Omit<PlanLine, 'lineId' | 'build'> & PlanLine['build'] & { id: number };

async function readLines(db: DbOrTransaction, planId: number): Promise<PlanLine[]> {
  const { rows } = await sql<LineRow>`
    select line.id, make, model, model_year, body, trim, drivetrain, engine, package, exterior_color, interior_color,
           line.quantity, uncapped_quantity, score, parts, expected_value_cents, unit_cost_cents, on_hand, pipeline,
           demand, marginal_values_cents, reasons, not_scored_because,
           facts, coalesce(colors, '[]') as colors,
           (select json_build_object('insteadOf', instead_of, 'propensity', propensity, 'givenUpCents', given_up_cents,
                     'choices', choices)
            from plan_exploration draw where draw.line_id = line.id) as exploration,
           (select json_build_object('decision', decision, 'quantity', made.quantity, 'reason', reason,
                     'decidedAt', to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
            from plan_decision made where made.line_id = line.id and withdrawn_at is null
            order by made.id desc limit 1) as decision
    from plan_line line join build on build.id = line.build_id
    where plan_id = ${planId} order by position`.execute(db);
  return rows.map(
    ({
      id,
      make,
      model,
      modelYear,
      body,
      trim,
      drivetrain,
      engine,
      package: package_,
      exteriorColor,
      interiorColor,
      ...line
    }) => ({
      lineId: String(id),
      build: {
        make,
        model,
        modelYear,
        body,
        trim,
        drivetrain,
        engine,
        package: package_,
        exteriorColor,
        interiorColor,
      },
      ...line,
    }),
  );
}
