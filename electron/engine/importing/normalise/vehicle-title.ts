/** Splits a combined column such as `2024 Chevrolet Silverado 1500`; makes of two words need a list. */
import { splitMake } from './makes';

export type VehicleTitle = { modelYear: number | null; make: string; model: string };

/** Undefined when no known make is found. */
export function parseVehicleTitle(text: string, latestYear: number): VehicleTitle | undefined {
  const match = /^\s*(?:['’]?(\d{4}|\d{2})\s+)?(.+)$/.exec(text);
  const split = splitMake(match?.[2] ?? '');
  if (!split) return undefined;
  const modelYear = match?.[1] === undefined ? null : (parseModelYear(match[1], latestYear) ?? null);
  return { modelYear, make: split.make, model: split.rest };
}

/** A model year of two or four digits; undefined when it is none. */
export function parseModelYear(text: string, latestYear: number): number | undefined {
  const digits = /^['’]?(\d{4}|\d{2})(?:\.0+)?$/.exec(text.trim())?.[1];
  if (digits === undefined) return undefined;
  if (digits.length === 4)
    return Number(digits) >= 1900 && Number(digits) <= latestYear + 1 ? Number(digits) : undefined;
  const year = 2000 + Number(digits);
  return year <= latestYear + 1 ? year : year - 100;
}
