/**
 * How a parent's demand splits among its parts where a part has too little history of its own: shares of recent
 * demand, older periods counting half as much for each `halfLife` periods, drawn toward equal parts,
 *
 *     share(i) = (sum_t w(t) * y(i, t) + k / n) / (sum_j sum_t w(t) * y(j, t) + k),   w(t) = 0.5^(age / halfLife)
 *
 * (additive smoothing with k units of prior demand for n parts). Shares are positive and add up to 1.
 */
const PRIOR_UNITS = 2;

/** @param histories demand of each part, all ending with the same period; lengths may differ */
export function demandShares(histories: readonly (readonly number[])[], halfLife: number): number[] {
  const recent = histories.map((history) =>
    history.reduce((sum, value, index) => {
      const age = history.length - 1 - index;
      return sum + Math.max(0, value) * 0.5 ** (age / halfLife);
    }, 0),
  );
  const total = recent.reduce((sum, units) => sum + units, 0);
  return recent.map((units) => (units + PRIOR_UNITS / histories.length) / (total + PRIOR_UNITS));
}
