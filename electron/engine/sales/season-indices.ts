/**
 * How much each month of the year sells beside the mean month. Each month is set against the mean of the twelve around
 * it (a centred moving average, half weights at its ends), so that growth is not taken for a season; the ratios of a
 * month of the year are averaged and brought to a mean of one. The classical ratio to moving average.
 */
import { addPeriods, periodOrdinal, periodRange } from '@shared/domain/period';

const YEAR = 12;
/** Two ratios a month need two years and the half year on each side. */
const LEAST_MONTHS = 24;

/** January first; null while under two years of months are known. Months without a row sold nothing. */
export function seasonIndices(rows: readonly { month: string; units: number }[]): number[] | null {
  const first = rows[0]?.month;
  const last = rows.at(-1)?.month;
  if (first === undefined || last === undefined) return null;
  const months = periodRange(first, last);
  if (months.length < LEAST_MONTHS) return null;
  const byMonth = new Map(rows.map(({ month, units }) => [month, units]));
  const units = months.map((month) => byMonth.get(month) ?? 0);
  const ratios: number[][] = Array.from({ length: YEAR }, () => []);
  for (let index = YEAR / 2; index < units.length - YEAR / 2; index++) {
    const level = centredMean(units, index);
    const month = periodOrdinal(addPeriods(first, index)) % YEAR;
    if (level > 0) ratios[month]?.push((units[index] ?? 0) / level);
  }
  if (ratios.some((own) => own.length === 0)) return null;
  const means = ratios.map((own) => own.reduce((sum, ratio) => sum + ratio, 0) / own.length);
  const mean = means.reduce((sum, one) => sum + one, 0) / YEAR;
  return mean > 0 ? means.map((one) => one / mean) : null;
}

/** Over thirteen months, the outer two at half weight. */
function centredMean(units: readonly number[], index: number): number {
  let sum = 0;
  for (let step = -YEAR / 2; step <= YEAR / 2; step++)
    sum += (units[index + step] ?? 0) * (Math.abs(step) === YEAR / 2 ? 0.5 : 1);
  return sum / YEAR;
}
