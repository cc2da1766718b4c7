import type { ClientContext, ClientLink } from '@orpc/client';
import { AppError } from '@shared/contract/errors';
import { describe, expect, it } from 'vitest';
import { createSwappableLink } from './swappable-link';

const options = { context: {} };
const answering = (answer: string): ClientLink<ClientContext> => ({ call: async () => answer });
const silent: ClientLink<ClientContext> = { call: () => new Promise(() => {}) };

describe('createSwappableLink', () => {
  it('holds a call until the first engine arrives', async () => {
    const link = createSwappableLink();
    const reply = link.call(['system', 'ping'], {}, options);
    link.attach(answering('first'));
    expect(await reply).toBe('first');
  });

  it('rejects what the old engine has not answered when a new one arrives, and uses the new one after', async () => {
    const link = createSwappableLink();
    link.attach(silent);
    const pending = link.call(['plan', 'get'], {}, options);
    await Promise.resolve();
    link.attach(answering('second'));
    await expect(pending).rejects.toMatchObject({ code: 'ENGINE_RESTARTED' });
    expect(await link.call(['plan', 'get'], {}, options)).toBe('second');
  });

  it('lets calls made between two engines wait for the next one', async () => {
    const link = createSwappableLink();
    link.attach(answering('first'));
    link.detach();
    const reply = link.call(['overview', 'get'], {}, options);
    link.attach(answering('second'));
    expect(await reply).toBe('second');
  });

  it('rejects waiting and later calls with the reason when the engine is given up', async () => {
    const link = createSwappableLink();
    const waiting = link.call(['overview', 'get'], {}, options);
    link.fail(new AppError('DATA_DIR_LOCKED', 'Another DOSO has this data open.'));
    await expect(waiting).rejects.toMatchObject({ code: 'DATA_DIR_LOCKED' });
    await expect(link.call(['overview', 'get'], {}, options)).rejects.toMatchObject({
      code: 'DATA_DIR_LOCKED',
    });
    link.attach(answering('back'));
    expect(await link.call(['overview', 'get'], {}, options)).toBe('back');
  });

  it('lets calls wait again once a failed engine is started anew', async () => {
    const link = createSwappableLink();
    link.fail(new AppError('DATABASE_FAILED', 'The engine stopped three times.'));
    link.waitForNext();
    const reply = link.call(['overview', 'get'], {}, options);
    link.attach(answering('back'));
    expect(await reply).toBe('back');
  });

  it('says that the engine restarted when its port closes under a call, but not when the caller gave up', async () => {
    const closed = Object.assign(new Error('the queue was closed'), { name: 'AbortError' });
    const link = createSwappableLink();
    link.attach({ call: () => Promise.reject(closed) });
    await expect(link.call(['overview', 'get'], {}, options)).rejects.toMatchObject({
      code: 'ENGINE_RESTARTED',
    });
    const signal = AbortSignal.abort();
    await expect(link.call(['overview', 'get'], {}, { ...options, signal })).rejects.toBe(closed);
  });

  it('stops waiting when the caller cancels', async () => {
    const link = createSwappableLink();
    const cancel = new AbortController();
    const waiting = link.call(['overview', 'get'], {}, { ...options, signal: cancel.signal });
    cancel.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('tells each listener of every engine, and that the one before has ended', () => {
    const link = createSwappableLink();
    link.attach(silent);
    const seen: AbortSignal[] = [];
    const stop = link.onAttach((ended) => seen.push(ended));
    link.attach(silent);
    stop();
    link.attach(silent);
    expect(seen.map((signal) => signal.aborted)).toEqual([true, true]);
  });
});
