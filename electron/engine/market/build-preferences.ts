/**
 * What buyers of an area choose beside what all buyers of the store choose, value by value of each build attribute.
 * A difference is called clear when it lies beyond two standard errors of a draw of that many buyers from the store's
 * own mix: below that, an area of eleven buyers would show a preference by chance.
 */
export type ChoiceCount = { attribute: string; value: string; here: number; everywhere: number };

export type BuildPreference = {
  attribute: string;
  value: string;
  units: number;
  /** Among the area's buyers whose build states the attribute. */
  share: number;
  shareEverywhere: number;
  /** share / shareEverywhere: 1.3 is chosen a third more often than usual. */
  index: number;
  isClear: boolean;
};

const CLEAR_STANDARD_ERRORS = 2;
/** Fewer buyers expected than this, and the normal bound does not hold. */
const LEAST_EXPECTED = 5;

export function buildPreferences(counts: readonly ChoiceCount[]): BuildPreference[] {
  const attributes = [...new Set(counts.map(({ attribute }) => attribute))];
  return attributes.flatMap((attribute) => {
    const values = counts.filter((row) => row.attribute === attribute);
    const here = values.reduce((sum, row) => sum + row.here, 0);
    const everywhere = values.reduce((sum, row) => sum + row.everywhere, 0);
    if (here === 0) return [];
    return values
      .filter((row) => row.here > 0 || (row.everywhere / everywhere) * here >= LEAST_EXPECTED)
      .map((row) => toPreference(row, here, everywhere))
      .sort((a, b) => b.units - a.units || a.value.localeCompare(b.value));
  });
}

function toPreference(row: ChoiceCount, here: number, everywhere: number): BuildPreference {
  const usual = row.everywhere / everywhere;
  const expected = usual * here;
  const standardError = Math.sqrt(here * usual * (1 - usual));
  return {
    attribute: row.attribute,
    value: row.value,
    units: row.here,
    share: row.here / here,
    shareEverywhere: usual,
    index: row.here / expected,
    isClear:
      expected >= LEAST_EXPECTED && Math.abs(row.here - expected) > CLEAR_STANDARD_ERRORS * standardError,
  };
}
