/**
 * The forms of exponential smoothing in the taxonomy of Hyndman, Koehler, Ord & Snyder 2008, chapter 2: error
 * additive or multiplicative; trend none, additive or additive and damped; season none, additive or
 * multiplicative. Multiplicative trends are left out, and an additive error with a multiplicative season, whose
 * variance is infinite (chapter 15), as in R's forecast::ets.
 */
export type EtsForm = {
  error: 'A' | 'M';
  trend: 'N' | 'A' | 'Ad';
  season: 'N' | 'A' | 'M';
};

const TRENDS = ['N', 'A', 'Ad'] as const;

/**
 * Forms that may be fitted: multiplicative parts need a history above 0, a season more than one season of history.
 */
export function possibleForms(history: readonly number[], season: number): EtsForm[] {
  const isPositive = history.every((value) => value > 0);
  const hasSeason = season > 1 && history.length > season;
  const errors = isPositive ? (['A', 'M'] as const) : (['A'] as const);
  return errors.flatMap((error) =>
    TRENDS.flatMap((trend) =>
      seasonsFor(error, hasSeason)
        .map((kind) => ({ error, trend, season: kind }))
        .filter((form) => countParameters(form, season) < history.length - 1),
    ),
  );
}

/** As usually written: ETS(M,Ad,N) is 'M,Ad,N'. */
export function formName({ error, trend, season }: EtsForm): string {
  return `${error},${trend},${season}`;
}

/** Smoothing weights and first states; the variance of the error is one more. */
export function countParameters({ trend, season }: EtsForm, length: number): number {
  const trendParameters = { N: 0, A: 2, Ad: 3 }[trend];
  return 2 + trendParameters + (season === 'N' ? 0 : length);
}

function seasonsFor(error: EtsForm['error'], hasSeason: boolean): readonly EtsForm['season'][] {
  if (!hasSeason) return ['N'];
  return error === 'A' ? ['N', 'A'] : ['N', 'A', 'M'];
}
