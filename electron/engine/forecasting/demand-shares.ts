/**
 * How a parent's demand splits among its parts where a part has too little history of its own: shares of the rates at
 * which the parts sell, older periods counting half as much for each half-life, each drawn toward the mean rate,
 *
 *     rate(i) = (sum_t w(t) y(i, t) + k r) / (sum_t w(t) + k),    share(i) = rate(i) / sum_j rate(j),    w(t) = 0.5^(age / h)
 *
 * with r the mean of the parts' rates and k PRIOR_PERIODS. A part is judged by the time that it has been there, and
 * a young one by its last periods, so that a launch that is still finding its customers is not held to its first days.
 */
const PRIOR_PERIODS = 1;

/** @param histories demand of each part, all ending with the same period; lengths may differ */
export function demandShares(histories: readonly (readonly number[])[], halfLife: number): number[] {
  const known = histories.map((history) => {
    const own = Math.max(1, Math.min(halfLife, history.length / 2));
    let units = 0;
    let weights = 0;
    history.forEach((value, index) => {
      const weight = 0.5 ** ((history.length - 1 - index) / own);
      units += weight * Math.max(0, value);
      weights += weight;
    });
    return { units, weights };
  });
  const rates = known.filter(({ weights }) => weights > 0).map(({ units, weights }) => units / weights);
  const mean = rates.length > 0 ? rates.reduce((sum, rate) => sum + rate, 0) / rates.length : 0;
  if (mean === 0) return histories.map(() => 1 / histories.length);
  const drawn = known.map(({ units, weights }) => (units + PRIOR_PERIODS * mean) / (weights + PRIOR_PERIODS));
  const total = drawn.reduce((sum, rate) => sum + rate, 0);
  return drawn.map((rate) => rate / total);
}
