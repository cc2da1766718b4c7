/**
 * Whether the effect of old values fades (Hyndman, Koehler, Ord & Snyder 2008, chapter 10). Without a season the
 * usual bounds see to that. With one of length m, the roots of
 *
 *     z^(m+1) + (alpha + beta - phi) z^m + c (z^(m-1) + ... + z^2) + (c + gamma - 1) z + phi (1 - alpha - gamma)
 *
 * with c = alpha + beta - alpha phi must lie within the unit circle; when there is no trend, 1 is a root that
 * stands for the level and is left out.
 */
export type SeasonalWeights = { alpha: number; beta: number; gamma: number; phi: number; hasTrend: boolean };

const HALVINGS = 42;

/** `work` holds at least season + 2 numbers and is used up. */
export function isAdmissible(weights: SeasonalWeights, season: number, work: Float64Array): boolean {
  const { alpha, beta, gamma, phi } = weights;
  const rest = alpha + beta - alpha * phi;
  // Highest power first.
  work.fill(rest, 0, season + 2);
  work[0] = 1;
  work[1] = alpha + beta - phi;
  work[season] = rest + gamma - 1;
  work[season + 1] = phi * (1 - alpha - gamma);
  return isStable(work, weights.hasTrend ? season + 1 : divideByOne(work, season + 1));
}

/**
 * The greatest beta of at most `weights.beta`, and at least `least`, that is admissible with the other weights; null
 * when not even the least is.
 */
export function greatestAdmissibleBeta(
  weights: SeasonalWeights,
  least: number,
  season: number,
  work: Float64Array,
): number | null {
  if (isAdmissible(weights, season, work)) return weights.beta;
  const trial = { ...weights, beta: least };
  if (!weights.hasTrend || !isAdmissible(trial, season, work)) return null;
  let low = least;
  let high = weights.beta;
  for (let halving = 0; halving < HALVINGS; halving++) {
    trial.beta = (low + high) / 2;
    if (isAdmissible(trial, season, work)) low = trial.beta;
    else high = trial.beta;
  }
  return low;
}

/** Divides by z - 1; returns the new degree. */
function divideByOne(polynomial: Float64Array, degree: number): number {
  for (let i = 1; i < degree; i++) polynomial[i] = (polynomial[i] as number) + (polynomial[i - 1] as number);
  return degree - 1;
}

/** Whether all roots lie within the unit circle, by the recursion of Schur and Cohn; the polynomial is used up. */
function isStable(polynomial: Float64Array, degree: number): boolean {
  for (let n = degree; n > 0; n--) {
    const first = polynomial[0] as number;
    const last = polynomial[n] as number;
    if (!(Math.abs(last) < Math.abs(first))) return false;
    const ratio = last / first;
    // Pairs from both ends are replaced together, since each needs the other's old value.
    for (let i = 0, j = n; i <= j; i++, j--) {
      const low = polynomial[i] as number;
      const high = polynomial[j] as number;
      polynomial[i] = low - ratio * high;
      polynomial[j] = high - ratio * low;
    }
  }
  return true;
}
