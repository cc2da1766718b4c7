/** Departures of a store, newest first, with what became of each. */
import type { Departure, DepartureOutcome } from '@shared/contract/departures';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { daysBetween } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import type { DbOrTransaction } from '../../database/database';
import { IS_UNEXPLAINED, MOVED_TO } from './keep-departures';

export type DepartureQuery = {
  readonly storeId: number;
  readonly asOf: CalendarDay | undefined;
  readonly outcome: DepartureOutcome | undefined;
  readonly offset: number;
  readonly limit: number;
};

export type DepartureList = {
  counts: Record<DepartureOutcome, number>;
  total: number;
  departures: Departure[];
};

type Row = Omit<Departure, 'id' | 'build' | 'daysInStock'> & { id: number; build: Departure['build'] };

export async function listDepartures(db: DbOrTransaction, query: DepartureQuery): Promise<DepartureList> {
  const known = sql`
    select d.id, e.stock_number, e.vin, e.condition, e.received_on, d.last_seen_on, d.left_by, e.price_cents, e.build_id,
      e.id as episode_id,
      case when not ${IS_UNEXPLAINED} then 'sold' when ${MOVED_TO} is not null then 'moved' else 'unknown' end as outcome,
      ${MOVED_TO} as moved_to
    from departure d join stock_episode e on e.id = d.episode_id
    where d.store_id = ${query.storeId} and d.left_by <= ${query.asOf ?? '9999-12-31'}::date`;
  const counts = { unknown: 0, sold: 0, moved: 0 };
  const counted = await sql<{ outcome: DepartureOutcome; count: number }>`
    select outcome, count(*)::int as count from (${known}) k group by outcome`.execute(db);
  for (const { outcome, count } of counted.rows) counts[outcome] = count;
  const { rows } = await sql<Row>`
    select k.id, k.stock_number, k.vin, k.condition, k.received_on, k.last_seen_on, k.left_by, k.price_cents, k.outcome,
      case when k.outcome = 'moved' then k.moved_to end as moved_to,
      s.deal_number, s.sold_on, coalesce(s.source = 'departure', false) as is_counted_as_sale,
      json_build_object('make', b.make, 'model', b.model, 'modelYear', b.model_year, 'body', b.body, 'trim', b.trim,
        'drivetrain', b.drivetrain, 'engine', b.engine, 'package', b.package, 'exteriorColor', b.exterior_color,
        'interiorColor', b.interior_color) as build
    from (${known}) k join build b on b.id = k.build_id
    left join lateral (select deal_number, sold_on, source from sale where episode_id = k.episode_id and deal_state = 'counted'
      order by sold_on desc, id desc limit 1) s on true
    where ${query.outcome ?? null}::text is null or k.outcome = ${query.outcome ?? null}::text
    order by k.left_by desc, k.id desc limit ${query.limit} offset ${query.offset}`.execute(db);
  return {
    counts,
    total: query.outcome === undefined ? counts.unknown + counts.sold + counts.moved : counts[query.outcome],
    departures: rows.map(describe),
  };
}

function describe({ id, ...row }: Row): Departure {
  return {
    ...row,
    id: String(id),
    soldOn: row.isCountedAsSale ? null : row.soldOn,
    daysInStock: row.receivedOn === null ? null : daysBetween(row.receivedOn, row.leftBy),
  };
}
