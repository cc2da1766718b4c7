/**
 * Simple smoothing that does not decide on one weight. A history of a few years hardly tells a smoothing weight of 0.1 from one of
 * 0.4, and that of least one-step error is often the wrong one a year ahead. So levels by several weights are averaged, each
 * by its likelihood under Gaussian errors to the power 1 / TEMPER (a power posterior: Gruenwald 2012, for one-step errors
 * tell less of a year ahead than their number says),
 *
 *     share(alpha) ~ (squared error of alpha)^(-n / (2 TEMPER))
 *
 * The average gives the distant past some say, which a single quick weight does not: levels that ran away come back.
 */
import { smoothWith } from './simple-smoothing';

const ALPHAS = [0.02, 0.05, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85];
const TEMPER = 4;

/** The level after the history, by all weights together. `history` holds at least one value. */
export function averageLevel(history: readonly number[], alphas: readonly number[] = ALPHAS): number {
  const fits = alphas.map((alpha) => smoothWith(history, alpha));
  const least = Math.min(...fits.map(({ squaredError }) => squaredError));
  const shares = fits.map(({ squaredError }) =>
    squaredError > 0 ? (least / squaredError) ** (history.length / (2 * TEMPER)) : 1,
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  return fits.reduce((sum, { level }, index) => sum + ((shares[index] ?? 0) / total) * level, 0);
}
