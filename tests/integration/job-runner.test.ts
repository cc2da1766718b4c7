import { EventHub } from '@engine/jobs/event-hub';
import { JobRunner } from '@engine/jobs/job-runner';
import { createLogger } from '@engine/telemetry/logger';
import { AppError } from '@shared/contract/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../helpers/test-database';

describe('jobs', () => {
  let test: TestDatabase;
  let jobs: JobRunner;
  const logged: string[] = [];
  const events = new EventHub();
  beforeAll(async () => {
    test = await openTestDatabase();
    const logger = createLogger('test', 'info', { write: (line: string) => void logged.push(line) });
    jobs = new JobRunner(test.database.db, events, logger, () => new Date('2026-10-31T08:00:00.000Z'));
  });
  afterAll(() => test.dispose());

  it('run one after another, in the order they were started', async () => {
    const order: string[] = [];
    const slow = await jobs.start('forecast', 'slow', async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push('slow');
      return {};
    });
    const quick = await jobs.start('plan', 'quick', async () => {
      order.push('quick');
      return { planId: '7' };
    });
    expect((await jobs.wait(quick.id)).result).toEqual({ planId: '7' });
    expect((await jobs.wait(slow.id)).state).toBe('done');
    expect(order).toEqual(['slow', 'quick']);
  });

  it('are cancelled while they run, and while they wait', async () => {
    const running = await jobs.start(
      'forecast',
      'running',
      ({ signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    let isStarted = false;
    const waiting = await jobs.start('plan', 'waiting', async () => {
      isStarted = true;
      return {};
    });
    await jobs.cancel(waiting.id);
    await jobs.cancel(running.id);
    expect((await jobs.wait(running.id)).state).toBe('cancelled');
    expect((await jobs.wait(waiting.id)).state).toBe('cancelled');
    expect(isStarted).toBe(false);
  });

  it('show an expected failure in words and hide an unexpected one behind an id', async () => {
    const expected = await jobs.start('import', 'a', async () => {
      throw new AppError('FILE_REFUSED', 'sales.txt is empty.', { nextStep: 'Export it again.' });
    });
    expect((await jobs.wait(expected.id)).error).toEqual({
      code: 'FILE_REFUSED',
      message: 'sales.txt is empty.',
      nextStep: 'Export it again.',
    });
    const bug = await jobs.start('import', 'b', async () => {
      throw new TypeError('secret detail 1HGCM82633A004352');
    });
    const { error } = await jobs.wait(bug.id);
    expect(error?.code).toBe('INTERNAL');
    expect(error?.message).not.toContain('secret');
    const incident = /error (\w+)/.exec(error?.message ?? '')?.[1];
    const line = logged.find((text) => text.includes(incident ?? 'none'));
    expect(line).toContain('secret detail');
    expect(line).not.toContain('1HGCM82633A004352');
  });

  it('that a dead engine left running are reported as stopped', async () => {
    await test.database.db
      .insertInto('job')
      .values({
        id: 'left',
        kind: 'forecast',
        title: 'left',
        state: 'running',
        message: '',
        result: null,
        error: null,
        startedAt: '2026-10-30T08:00:00.000Z',
        endedAt: null,
      })
      .execute();
    await jobs.closeAbandoned();
    expect(await jobs.get('left')).toMatchObject({ state: 'failed', error: { code: 'ENGINE_RESTARTED' } });
  });

  it('tell their progress as events', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const listening = (async () => {
      for await (const event of events.subscribe(stop.signal)) {
        if (event.type === 'job') seen.push(event.job.state);
      }
    })().catch(() => undefined);
    const job = await jobs.start('plan', 'seen', async ({ report }) => {
      report(0.5, 'half');
      return {};
    });
    await jobs.wait(job.id);
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    await listening;
    expect(seen.at(0)).toBe('running');
    expect(seen.at(-1)).toBe('done');
  });
});
