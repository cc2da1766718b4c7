/**
 * How right forecasts were, by level and by series: the newest run's back-test beside repeating last year, and what became of
 * all runs of the last year.
 */
import type {
  AccuracySummary,
  ForecastAccuracyLevel,
  SeriesAccuracy,
} from '@shared/contract/forecast-accuracy';
import type { Condition, ForecastLevel } from '@shared/contract/primitives';
import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import type { Grain } from '@shared/domain/period';
import { type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from '../database/database';
import { SCORED_DAYS } from './outcomes-store';
import { compareAdjusted, type Outcome, summariseOutcomes } from './score-outcomes';

export type AccuracyScope = { storeId: number; grain: Grain; asOf: CalendarDay };

type OutcomeRow = Outcome & { id: string; level: ForecastLevel; condition: Condition };

/** By level, new before used. */
export async function readAccuracy(
  db: DbOrTransaction,
  storeId: number,
  grain: Grain,
  asOf: CalendarDay,
): Promise<ForecastAccuracyLevel[]> {
  const scope = { storeId, grain, asOf };
  const { rows: backTests } = await sql<{ level: ForecastLevel; condition: Condition } & AccuracySummary>`
    select level, condition, count(*) filter (where origins > 0) as series, coalesce(sum(origins), 0) as tests,
           avg(mase) as mase, avg(rmsse) as rmsse, avg(bias) as bias, avg(pinball) as pinball,
           avg(coverage80) as coverage80, avg(coverage90) as coverage90,
           avg(naive_mase) as naive_mase, avg(naive_pinball) as naive_pinball
    from (${scoredSeries(scope)}) scored
    group by level, condition
    order by condition, array_position(array['store', 'model', 'trim'], level)`.execute(db);
  const outcomes = await readOutcomes(db, scope, sql`true`);
  return backTests.map(({ level, condition, ...backTest }) => {
    const own = outcomes.filter((row) => row.level === level && row.condition === condition);
    return { level, condition, backTest, outcome: summaryOf(own), adjusted: compareAdjusted(own) };
  });
}

/** Series of a level, in the order of the run. */
export async function readSeriesAccuracy(
  db: DbOrTransaction,
  scope: AccuracyScope,
  level: ForecastLevel,
  condition: Condition,
): Promise<SeriesAccuracy[]> {
  type Row = Omit<SeriesAccuracy, 'backTest' | 'outcome'> & Omit<AccuracySummary, 'series' | 'tests'>;
  const { rows } = await sql<Row & { tests: number }>`
    select id, level, condition, model, status, beats_naive, origins as tests, mase, rmsse, bias, pinball,
           coverage80, coverage90, naive_mase, naive_pinball
    from (${scoredSeries(scope)}) scored
    where level = ${level} and condition = ${condition} order by place`.execute(db);
  const outcomes = await readOutcomes(db, scope, sql`level = ${level} and condition = ${condition}`);
  const bySeries = new Map<string, OutcomeRow[]>();
  for (const row of outcomes) bySeries.set(row.id, [...(bySeries.get(row.id) ?? []), row]);
  return rows.map(({ id, level: _level, condition: _condition, model, status, beatsNaive, ...scores }) => ({
    id,
    level,
    condition,
    model,
    status,
    beatsNaive,
    backTest: { ...scores, series: 1 },
    outcome: summaryOf(bySeries.get(id) ?? []),
  }));
}

function summaryOf(outcomes: readonly OutcomeRow[]): AccuracySummary | null {
  return outcomes.length > 0 ? summariseOutcomes(outcomes) : null;
}

/** Series with a forecast of their own of the newest run, one of all levels before one of a single level. */
function scoredSeries({ storeId, grain, asOf }: AccuracyScope): RawBuilder<unknown> {
  return sql`
    select series.id as place, series_key as id, level, condition, model_name as model, status, beats_naive,
           coalesce(origins, 0) as origins, mase, rmsse, bias, pinball, coverage80, coverage90,
           (naive ->> 'mase')::double precision as naive_mase,
           (naive ->> 'pinball')::double precision as naive_pinball
    from forecast_series series join forecast_accuracy accuracy on accuracy.series_id = series.id
    left join lateral (
      select entry as naive from jsonb_array_elements(candidates) entry where entry ->> 'model' = 'seasonal_naive'
    ) candidate on true
    where level <> 'build' and run_id = (
      select id from forecast_run where store_id = ${storeId} and grain = ${grain} and as_of <= ${asOf}
      order by as_of desc, coalesce(options ->> 'level', 'build') = 'build' desc, id desc limit 1)`;
}

async function readOutcomes(
  db: DbOrTransaction,
  { storeId, grain, asOf }: AccuracyScope,
  condition: RawBuilder<unknown>,
): Promise<OutcomeRow[]> {
  const { rows } = await sql<OutcomeRow>`
    select series_key as id, level, condition, outcome.*
    from forecast_outcome outcome join forecast_series series on series.id = outcome.series_id
    join forecast_run run on run.id = series.run_id
    where run.store_id = ${storeId} and run.grain = ${grain}
      and run.as_of between ${addDays(asOf, -SCORED_DAYS)} and ${asOf} and ${condition}`.execute(db);
  return rows;
}
