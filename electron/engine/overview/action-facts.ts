/** The rows that today's actions are made of; grain and unit stand beside each. */
import type { Condition } from '@shared/contract/primitives';
import type { CalendarDay } from '@shared/domain/calendar-day';

/** One model of one condition. Money is cents; holding cost is what the units cost in one day. */
export type ModelFact = {
  condition: Condition;
  make: string;
  model: string;
  available: number;
  holdingCentsPerDay: number;
  aged: number;
  agedHoldingCentsPerDay: number;
  oldestDays: number | null;
  soldInWindow: number;
  /** Counted deals of the last 90 days, and the mean of their total gross. */
  soldIn90: number;
  grossPerUnitCents: number | null;
  /** Units on their way: open factory orders, and units in transit that no order names. */
  onOrder: number;
  nextArrivalOn: CalendarDay | null;
};

export type DataFacts = {
  /** Days from the data date to today. */
  daysOld: number;
  newestSaleOn: CalendarDay | null;
  /** The newest batch of each kind that rejected rows. */
  rejected: { batchId: string; fileName: string; rows: number }[];
  plan: { id: string; waitingLines: number; waitingUnits: number; waitingValueCents: number } | null;
  forecastAsOf: CalendarDay | null;
};
