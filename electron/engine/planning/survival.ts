/**
 * Kaplan-Meier estimate of the days a unit stays in stock. Units still unsold count for the days they were
 * watched (right-censored), so that old stock is not forgotten: leaving them out would make a build look
 * quicker the more of it is stuck. Kaplan & Meier, J. Am. Stat. Assoc. 53 (1958).
 */
export type Stay = {
  days: number;
  isSold: boolean;
  /** As many alike; 1 unless said. */
  units?: number;
};

type SurvivalStep = {
  days: number;
  /** Share of units still unsold after `days`. */
  unsold: number;
};

/** Steps at each day on which something sold, ascending; empty when nothing did. */
export function survivalCurve(stays: readonly Stay[]): SurvivalStep[] {
  const ordered = [...stays].sort((a, b) => a.days - b.days);
  const steps: SurvivalStep[] = [];
  let unsold = 1;
  let index = 0;
  let atRisk = ordered.reduce((sum, { units = 1 }) => sum + units, 0);
  while (index < ordered.length) {
    const days = ordered[index]?.days ?? 0;
    let sold = 0;
    let gone = 0;
    for (; ordered[index]?.days === days; index += 1) {
      const { isSold = false, units = 1 } = ordered[index] ?? {};
      gone += units;
      if (isSold) sold += units;
    }
    if (sold > 0) {
      unsold *= 1 - sold / atRisk;
      steps.push({ days, unsold });
    }
    atRisk -= gone;
  }
  return steps;
}

/** First day by which half the units have sold; null when the curve never gets there. */
export function medianDays(curve: readonly SurvivalStep[]): number | null {
  // A product of fractions such as 3/4 x 2/3 may miss one half by rounding.
  return curve.find((step) => step.unsold <= 0.5 + 1e-12)?.days ?? null;
}
