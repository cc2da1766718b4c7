/**
 * Evidence of a series that is made of several builds. A model with twelve builds is hardly ever sold out as a whole,
 * yet most customers whose build is missing are lost all the same, so days with at least one unit of anything would
 * hide most lost sales. What is open is therefore the mean of the builds' own open shares, each build weighing what it
 * sells when it is there:
 *
 *   open(t) = sum_b w(b, t) open(b, t) / sum_b w(b, t)
 *   w(b, t) = (local units(b) + p) / (local open(b) + p / r(t))
 *
 * Local sums run over the periods around t with weights that fall linearly to nothing at `REACH`; r(t) is the rate of
 * the mean build there, and p the units that its word is worth for a build that was seldom there. A build weighs
 * nothing before its first sale or day in stock, and nothing where it was not there at all within reach: whether anyone
 * still wanted it is not known. Units on open days are the sum of the builds'.
 */
import type { StockEvidence } from './stock-days';

const REACH = 6;
const PRIOR_UNITS = 0.5;

/**
 * @param whole evidence of the series by days with at least one unit of anything
 * @param builds evidence of each build beside it
 */
export function pooledEvidence(
  whole: readonly StockEvidence[],
  builds: readonly (readonly StockEvidence[])[],
): StockEvidence[] {
  const begins = builds.map((build) =>
    build.findIndex(({ units, inStockShare }) => units > 0 || inStockShare > 0),
  );
  const locals = builds.map((build) => whole.map((_, period) => localSums(build, period)));
  return whole.map((own, period) => {
    const known = builds.flatMap((build, index) => {
      const local = locals[index]?.[period] ?? { units: 0, open: 0 };
      const begun = begins[index] ?? -1;
      return begun >= 0 && begun <= period && local.open > 0 ? [{ local, evidence: build[period] }] : [];
    });
    const units = known.reduce((sum, { local }) => sum + local.units, 0);
    const open = known.reduce((sum, { local }) => sum + local.open, 0);
    const meanRate = Math.max(PRIOR_UNITS, units) / open;
    const weights = known.map(
      ({ local }) => (local.units + PRIOR_UNITS) / (local.open + PRIOR_UNITS / meanRate),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const served = known.reduce(
      (sum, { evidence }, at) => sum + (weights[at] ?? 0) * (evidence?.openShare ?? 0),
      0,
    );
    return {
      ...own,
      openShare: total > 0 ? served / total : own.openShare,
      openUnits: builds.reduce((sum, build) => sum + (build[period]?.openUnits ?? 0), 0),
    };
  });
}

function localSums(build: readonly StockEvidence[], center: number): { units: number; open: number } {
  const sums = { units: 0, open: 0 };
  for (let at = Math.max(0, center - REACH); at <= Math.min(build.length - 1, center + REACH); at++) {
    const weight = 1 - Math.abs(at - center) / (REACH + 1);
    sums.units += weight * (build[at]?.openUnits ?? 0);
    sums.open += weight * (build[at]?.openShare ?? 0);
  }
  return sums;
}
