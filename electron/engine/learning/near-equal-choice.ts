/**
 * A contextual bandit for builds that are worth nearly the same: ordering always the first of them teaches nothing of the
 * others. The reward of a build is taken as linear in its score parts, with a normal prior (ridge); a draw from what is
 * known of the coefficients ranks the builds (linear Thompson sampling: Agrawal & Goyal 2013), mixed with the plain best,
 * so that every build's probability is known and can be logged. Seeded: the same knowledge and seed make the same choice.
 */
import { RandomSource } from '../sample/random-source';

const DRAWS = 400;
/** Every near-equal build keeps this probability, shared among them: a propensity of 0 could never be judged. */
const FLOOR = 0.1;

export type Arm = { key: string; valueCents: number; parts: readonly number[] };
export type Experience = { parts: readonly number[]; reward: number };
export type ArmChance = { key: string; probability: number };

/** Probabilities of the arms within `toleranceCents` of the best; they sum to one. */
export function nearEqualChances(
  arms: readonly Arm[],
  experience: readonly Experience[],
  seed: number,
  toleranceCents: number,
): ArmChance[] {
  const best = Math.max(...arms.map(({ valueCents }) => valueCents));
  const near = arms.filter(({ valueCents }) => valueCents >= best - toleranceCents);
  if (near.length === 0) return [];
  const wins = near.map(() => 0);
  const source = new RandomSource(seed);
  const { mean, deviation } = posterior(experience);
  for (let draw = 0; draw < DRAWS; draw++) {
    const coefficients = mean.map((value, part) => value + (deviation[part] ?? 0) * source.normal());
    const rewards = near.map(({ parts }) =>
      parts.reduce((sum, x, part) => sum + x * (coefficients[part] ?? 0), 0),
    );
    const winner = rewards.indexOf(Math.max(...rewards));
    wins[winner] = (wins[winner] ?? 0) + 1;
  }
  return near.map(({ key }, arm) => ({
    key,
    probability: FLOOR / near.length + ((1 - FLOOR) * (wins[arm] ?? 0)) / DRAWS,
  }));
}

/** One of them, with all their probabilities to log; null of none. */
export function chooseNearEqual(
  arms: readonly Arm[],
  experience: readonly Experience[],
  seed: number,
  toleranceCents: number,
): { drawn: ArmChance; chances: ArmChance[] } | null {
  const chances = nearEqualChances(arms, experience, seed, toleranceCents);
  let left = new RandomSource(seed + 1).uniform();
  const drawn =
    chances.find(({ probability }) => {
      left -= probability;
      return left < 0;
    }) ?? chances.at(-1);
  return drawn ? { drawn, chances } : null;
}

/** Mean and standard deviation of each coefficient: ridge, one part at a time given the others (Gauss-Seidel). */
function posterior(experience: readonly Experience[]): { mean: number[]; deviation: number[] } {
  const width = experience[0]?.parts.length ?? 4;
  const mean = Array<number>(width).fill(0);
  const squares = mean.map(
    (_, part) => 1 + experience.reduce((sum, { parts }) => sum + (parts[part] ?? 0) ** 2, 0),
  );
  for (let sweep = 0; sweep < 50; sweep++) {
    mean.forEach((_, part) => {
      const product = experience.reduce((sum, { parts, reward }) => {
        const others = parts.reduce(
          (total, x, other) => (other === part ? total : total + x * (mean[other] ?? 0)),
          0,
        );
        return sum + (parts[part] ?? 0) * (reward - others);
      }, 0);
      mean[part] = product / (squares[part] ?? 1);
    });
  }
  return { mean, deviation: squares.map((square) => 1 / Math.sqrt(square)) };
}
