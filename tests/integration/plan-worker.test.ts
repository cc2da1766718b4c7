import path from 'node:path';
import { loadHighs } from '@engine/planning/load-highs';
import { planOrder } from '@engine/planning/plan-order';
import { smallStore } from '@engine/planning/small-store.fixture';
import { workerSolver } from '@engine/planning/solve-in-worker';
import { AppError } from '@shared/contract/errors';
import { describe, expect, it } from 'vitest';

/** The bundled worker, as the product runs it. */
const solve = workerSolver(path.resolve('out/main'));
const never = new AbortController().signal;

describe('planning on a worker thread', () => {
  it('makes the plan that the same inputs make on this thread, and tells how far it is', async () => {
    const heard: number[] = [];
    const inputs = { ...smallStore, options: { places: 4, constraints: [] } };
    const { draft } = await solve(inputs, { signal: never, report: (progress) => heard.push(progress) });
    expect(draft).toEqual(planOrder(inputs, await loadHighs(), { timeLimitSeconds: 10 }));
    expect(draft.totals.units).toBe(4);
    expect(heard[0]).toBe(0.1);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
  });

  it('brings an expected failure back with its code and details', async () => {
    const minimum = {
      id: 'm',
      kind: 'minimum_mix' as const,
      label: 'Two Tahoe',
      models: ['Tahoe'],
      bound: 2,
    };
    const inputs = { ...smallStore, options: { places: 1, constraints: [minimum] } };
    const failure = await solve(inputs, { signal: never, report: () => {} }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({
      code: 'INFEASIBLE',
      details: { limits: [{ label: 'Lot places' }, { label: 'Two Tahoe' }] },
    });
  });

  it('stops when it is cancelled, with the reason', async () => {
    const controller = new AbortController();
    const reason = new AppError('CANCELLED', 'The plan was cancelled.');
    const solving = solve(smallStore, {
      signal: controller.signal,
      report: () => controller.abort(reason),
    });
    setTimeout(() => controller.abort(reason), 0);
    await expect(solving).rejects.toBe(reason);
  });
});
