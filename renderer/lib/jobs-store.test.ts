import type { Job } from '@shared/contract/jobs';
import { describe, expect, it } from 'vitest';
import { withJob } from './jobs-store';

const job = (id: string, state: Job['state'], startedAt = '2026-01-01T00:00:00Z'): Job => ({
  id,
  kind: 'import',
  title: id,
  state,
  progress: null,
  message: '',
  startedAt,
  endedAt: null,
  result: null,
  error: null,
});

describe('withJob', () => {
  it('keeps one entry per job, newest first', () => {
    const jobs = withJob([job('a', 'running')], job('b', 'running', '2026-01-02T00:00:00Z'));
    expect(withJob(jobs, job('a', 'done')).map(({ id, state }) => [id, state])).toEqual([
      ['b', 'running'],
      ['a', 'done'],
    ]);
  });

  it('ignores late news that a finished job is running', () => {
    const jobs = [job('a', 'done')];
    expect(withJob(jobs, job('a', 'running'))).toBe(jobs);
  });

  it('keeps thirty', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      job(`j${index}`, 'done', `2026-01-01T00:00:${10 + index}Z`),
    );
    const kept = many.reduce<readonly Job[]>(withJob, []);
    expect([kept.length, kept[0]?.id]).toEqual([30, 'j39']);
  });
});
