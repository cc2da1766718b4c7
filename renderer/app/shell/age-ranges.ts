/** Ranges of days in stock that the shared filter offers, and how one is written. */
import type { SharedSearch } from '@shared/contract/shared-search';
import { texts } from '../../texts/texts';

const words = texts.shell.filters;

export type AgeRange = Pick<SharedSearch, 'minAgeDays' | 'maxAgeDays'>;

export const AGE_RANGES: readonly AgeRange[] = [
  { minAgeDays: 0, maxAgeDays: 30 },
  { minAgeDays: 31, maxAgeDays: 60 },
  { minAgeDays: 61, maxAgeDays: 90 },
  { minAgeDays: 91, maxAgeDays: 120 },
  { minAgeDays: 121, maxAgeDays: 180 },
  { minAgeDays: 181 },
];

/** `31 to 60 days`, `181 days and more`; empty when no age is asked for. */
export function writeAgeRange({ minAgeDays, maxAgeDays }: AgeRange): string {
  if (maxAgeDays !== undefined) return words.ages(minAgeDays ?? 0, maxAgeDays);
  return minAgeDays === undefined ? '' : words.agesFrom(minAgeDays);
}

/** What the words of `writeAgeRange` ask for, both ends named so that an older one is not kept. */
export function ageRangeOf(written: string | undefined): AgeRange {
  const [first, second] = (written?.match(/\d+/g) ?? []).map(Number);
  return { minAgeDays: first, maxAgeDays: second };
}
