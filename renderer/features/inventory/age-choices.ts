/** The age filter as one choice: the store's own buckets, and whatever range a link brought along. */
import type { InventorySummary } from '@shared/contract/inventory';
import type { InventorySearch } from './inventory-search';

type Range = Pick<InventorySearch, 'minAgeDays' | 'maxAgeDays'>;

export function ageKey({ minAgeDays, maxAgeDays }: Range): string | null {
  if (minAgeDays === undefined && maxAgeDays === undefined) return null;
  return `${minAgeDays ?? 0}-${maxAgeDays ?? ''}`;
}

export function parseAgeKey(key: string | null): Range {
  const [from, to] = (key ?? '').split('-');
  return {
    minAgeDays: from ? Number(from) : undefined,
    maxAgeDays: to ? Number(to) : undefined,
  };
}

export function ageChoices(
  summaries: readonly InventorySummary[],
  search: Range,
): { value: string; label: string }[] {
  const ranges = summaries.flatMap(({ ageBuckets }) =>
    ageBuckets.map(
      ({ fromDays, toDays }): Range => ({ minAgeDays: fromDays, maxAgeDays: toDays ?? undefined }),
    ),
  );
  const present = ageKey(search) === null ? [] : [search];
  const byKey = new Map([...ranges, ...present].map((range) => [ageKey(range) ?? '', range]));
  return [...byKey]
    .sort(([, a], [, b]) => order(a) - order(b))
    .map(([value, range]) => ({ value, label: describeRange(range) }));
}

function order({ minAgeDays = 0, maxAgeDays = 9_999 }: Range): number {
  return minAgeDays * 10_000 + maxAgeDays;
}

function describeRange({ minAgeDays = 0, maxAgeDays }: Range): string {
  if (maxAgeDays === undefined) return `${minAgeDays} days and more`;
  return `${minAgeDays} to ${maxAgeDays} days`;
}
