/**
 * Which deals count: retail and lease, booked or finalised, not unwound. Wholesale, fleet and dealer trades say
 * nothing about what the store's customers buy, so no rate, gross or day count uses them.
 */

import { addDays, type CalendarDay } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { type RawBuilder, sql } from 'kysely';

const texts = engineTexts.analysis;

/** The date that `sale.sold_on` holds, in words. */
export const SALE_DATE_FIELD = texts.saleDateField;

/** A condition on `sale`: the rows that count as sold. */
export const isCountedSale: RawBuilder<boolean> = sql<boolean>`(sale.deal_state = 'counted' and sale.sale_type in ('retail', 'lease'))`;

/** First day of a window of `days` days that ends on `asOf`, both included. */
export function windowStart(asOf: CalendarDay, days: number): CalendarDay {
  return addDays(asOf, 1 - days);
}
