/**
 * The client's link to an engine that may be replaced while calls are under way. Each port is one
 * generation: a call waits for the first port, belongs to the generation that takes it, and rejects with
 * ENGINE_RESTARTED when that generation ends. Nothing is repeated here: whoever called knows whether a
 * second try is safe.
 */
import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { AppError } from '@shared/contract/errors';
import { texts } from '../texts/texts';

const words = texts.engine.errors;

type Generation = { link: ClientLink<ClientContext>; ended: AbortController };

export type SwappableLink = ClientLink<ClientContext> & {
  /** Takes a new engine; whatever still waits for the one before is rejected. */
  attach(link: ClientLink<ClientContext>): void;
  /** The engine went away; pending calls reject, later calls wait for the next one. */
  detach(): void;
  /** The engine will not come back by itself; waiting and later calls reject with `error`. */
  fail(error: AppError): void;
  /** It is started again after it failed: later calls wait for it. */
  waitForNext(): void;
  /** Calls `listener` for the present engine, if there is one, and each later one; returns how to stop. */
  onAttach(listener: (ended: AbortSignal) => void): () => void;
};

type Waiter = { resolve(generation: Generation): void; reject(error: AppError): void };

export function createSwappableLink(): SwappableLink {
  let current: Generation | null = null;
  let failure: AppError | null = null;
  const waiters = new Set<Waiter>();
  const listeners = new Set<(ended: AbortSignal) => void>();

  const endCurrent = () => {
    const old = current;
    current = null;
    old?.ended.abort();
  };

  const nextGeneration = (signal: AbortSignal | undefined): Promise<Generation> => {
    if (current) return Promise.resolve(current);
    if (failure) return Promise.reject(failure);
    return new Promise((resolve, reject) => {
      const waiter = { resolve, reject };
      waiters.add(waiter);
      signal?.addEventListener('abort', () => {
        if (waiters.delete(waiter)) reject(new AppError('CANCELLED', words.cancelled));
      });
    });
  };

  return {
    async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>) {
      const generation = await nextGeneration(options.signal);
      return untilEnded(generation, generation.link.call(path, input, options), options.signal);
    },
    attach(link) {
      endCurrent();
      failure = null;
      const generation = { link, ended: new AbortController() };
      current = generation;
      for (const waiter of waiters) waiter.resolve(generation);
      waiters.clear();
      for (const listener of listeners) listener(generation.ended.signal);
    },
    detach: endCurrent,
    fail(error) {
      endCurrent();
      failure = error;
      for (const waiter of waiters) waiter.reject(error);
      waiters.clear();
    },
    waitForNext() {
      failure = null;
    },
    onAttach(listener) {
      listeners.add(listener);
      if (current) listener(current.ended.signal);
      return () => listeners.delete(listener);
    },
  };
}

function untilEnded(
  generation: Generation,
  reply: Promise<unknown>,
  asked: AbortSignal | undefined,
): Promise<unknown> {
  const { signal } = generation.ended;
  return new Promise((resolve, reject) => {
    const restarted = () => reject(new AppError('ENGINE_RESTARTED', words.restarted));
    // A port whose other end dies gives its calls up before the desktop says that the engine is gone.
    const failed = (error: unknown) => (isAbort(error) && !asked?.aborted ? restarted() : reject(error));
    if (signal.aborted) restarted();
    signal.addEventListener('abort', restarted, { once: true });
    reply.then(resolve, failed).finally(() => signal.removeEventListener('abort', restarted));
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
