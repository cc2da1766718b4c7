/** The shared filter over rows that are already at hand: lists that are computed of the whole store, then narrowed. */
type Filter = {
  condition?: 'new' | 'used' | undefined;
  make?: string | undefined;
  model?: string | undefined;
  trim?: string | undefined;
  minAgeDays?: number | undefined;
  maxAgeDays?: number | undefined;
};

/** `ageDays` left out: the row has no age, and an age says nothing of it. A null part stands for all of its kind. */
type Row = {
  condition: 'new' | 'used';
  make?: string | null;
  model?: string | null;
  trim?: string | null;
  ageDays?: number;
};

export function passesFilter(row: Row, filter: Filter): boolean {
  const { condition, minAgeDays = 0, maxAgeDays = Number.POSITIVE_INFINITY } = filter;
  const isOfBuild = (['make', 'model', 'trim'] as const).every(
    (name) => filter[name] === undefined || (row[name] ?? filter[name]) === filter[name],
  );
  const isOfAge = row.ageDays === undefined || (row.ageDays >= minAgeDays && row.ageDays <= maxAgeDays);
  return isOfBuild && isOfAge && (condition === undefined || row.condition === condition);
}
