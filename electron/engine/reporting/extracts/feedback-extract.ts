import type { CalendarDay } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import { isOnRecord } from '../../feedback/recorded-outcomes';
import { defineExtract, type ExtractRequest, templateColumns } from './extract-table';

type FeedbackRow = {
  reference: string;
  recommendedOn: CalendarDay;
  make: string;
  model: string;
  modelYear: number | null;
  trim: string | null;
  recommendedQuantity: number;
  decision: string;
  orderedQuantity: number;
  arrivedOn: CalendarDay | null;
  unitsSold: number | null;
  daysToTurn: number | null;
  grossCents: number | null;
  agedUnits: number | null;
  rating: number | null;
  scoreGross: number | null;
  scoreDaysToTurn: number | null;
  scoreMarket: number | null;
  scoreForecast: number | null;
  reason: string | null;
};

const field = templateColumns('feedback');

export const feedbackExtract = defineExtract<FeedbackRow>({
  grain: 'one recommended build of one plan, with what became of it',
  columns: [
    field('reference', 'text', (row) => row.reference),
    field('recommendedOn', 'day', (row) => row.recommendedOn),
    field('make', 'text', (row) => row.make),
    field('model', 'text', (row) => row.model),
    field('year', 'integer', (row) => row.modelYear),
    field('trim', 'text', (row) => row.trim),
    field('recommendedQuantity', 'integer', (row) => row.recommendedQuantity),
    field('decision', 'text', (row) => row.decision),
    field('orderedQuantity', 'integer', (row) => row.orderedQuantity),
    field('arrivedOn', 'day', (row) => row.arrivedOn),
    field('unitsSold', 'integer', (row) => row.unitsSold),
    field('daysToTurn', 'decimal', (row) => row.daysToTurn),
    field('gross', 'money', (row) => row.grossCents),
    field('agedUnits', 'integer', (row) => row.agedUnits),
    field('rating', 'integer', (row) => row.rating),
    field('scoreGross', 'decimal', (row) => row.scoreGross),
    field('scoreDaysToTurn', 'decimal', (row) => row.scoreDaysToTurn),
    field('scoreMarket', 'decimal', (row) => row.scoreMarket),
    field('scoreForecast', 'decimal', (row) => row.scoreForecast),
    field('reason', 'text', (row) => row.reason),
  ],
  readRows: readFeedback,
});

async function readFeedback({ db, scope, segment }: ExtractRequest): Promise<FeedbackRow[]> {
  const { rows } = await sql<FeedbackRow>`
    select reference, recommended_on, make, model, model_year, trim, recommended_quantity, decision,
      ordered_quantity, arrived_on, units_sold, days_to_turn, gross_cents, aged_units, rating, score_gross,
      score_days_to_turn, score_market, score_forecast, reason
    from feedback join build on build.id = feedback.build_id
    where ${isOnRecord({ storeId: scope.store.id, asOf: scope.asOf, filter: segment })} order by feedback.id`.execute(
    db,
  );
  return rows;
}
