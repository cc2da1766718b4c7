/** Limits that are moved to see what they cost. Pure. */
import type { Plan } from '@shared/contract/plan';
import type { MovedLimit } from '@shared/contract/plan-limits';

type PlanLimit = Plan['limits'][number];

/** Bounds by the limit's id; null is unlimited. */
export type Moves = Readonly<Record<string, number | null>>;

export type LimitRange = {
  limit: PlanLimit;
  /** The slider's far end. For a limit that was unlimited it stands for no limit. */
  most: number;
  step: number;
};

/** Limits that a slider can move: all but what is blocked. */
export function movableLimits({ limits, uncappedTotals }: Plan): LimitRange[] {
  return limits.flatMap((limit) => {
    if (limit.kind === 'blocked') return [];
    const bound = limit.bound ?? 0;
    if (limit.kind === 'budget') {
      const most = Math.max(2 * bound, 1.25 * uncappedTotals.costCents, BUDGET_STEP_CENTS);
      return [{ limit, most: upTo(most, BUDGET_STEP_CENTS), step: BUDGET_STEP_CENTS }];
    }
    if (limit.unit === 'percent') return [{ limit, most: 100, step: 1 }];
    const wanted = limit.kind === 'places' ? uncappedTotals.units : limit.used;
    return [{ limit, most: Math.max(Math.ceil(1.5 * bound), Math.ceil(1.25 * wanted), 5), step: 1 }];
  });
}

/** Ten thousand dollars. */
const BUDGET_STEP_CENTS = 1_000_000;

function upTo(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}

/** Where the slider stands. */
export function sliderValue({ limit, most }: LimitRange, moves: Moves): number {
  const bound = limit.id in moves ? moves[limit.id] : limit.bound;
  return bound === null || bound === undefined ? most : Math.min(bound, most);
}

/** The moves after a slider was set; back where it was it is no move. */
export function moveLimit(moves: Moves, { limit, most }: LimitRange, value: number): Moves {
  const bound = value >= most && limit.bound === null ? null : value;
  const { [limit.id]: _, ...others } = moves;
  return bound === limit.bound ? others : { ...others, [limit.id]: bound };
}

export function movedList(moves: Moves): MovedLimit[] {
  return Object.entries(moves).map(([id, bound]) => ({ id, bound }));
}
