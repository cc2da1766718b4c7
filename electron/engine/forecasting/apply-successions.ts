/** Sales and stays of a trim that was replaced, counted for the trim that took over, over several steps where need be. */
import type { Configuration, DemandRows } from './demand-rows';
import { type Succession, type TrimName, trimKeyOf } from './trim-lives';

export function applySuccessions(rows: DemandRows, successions: readonly Succession[]): DemandRows {
  if (successions.length === 0) return rows;
  const next = new Map(successions.map(({ from, to }) => [trimKeyOf(from), to]));
  const heirOf = (name: TrimName): TrimName => {
    let heir = name;
    for (let step = 0; step < successions.length; step++) heir = next.get(trimKeyOf(heir)) ?? heir;
    return heir;
  };
  const rename = <Row extends Configuration>(row: Row): Row => {
    const heir = heirOf(row);
    return heir === row ? row : { ...row, model: heir.model, trim: heir.trim };
  };
  return {
    ...rows,
    sales: rows.sales.map(rename),
    spans: rows.spans?.map(rename) ?? null,
    ...(rows.coming ? { coming: rows.coming.map(rename) } : {}),
  };
}
