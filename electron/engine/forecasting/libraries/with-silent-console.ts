/**
 * Runs library code that writes remarks to the console, where a caller of the command line expects results
 * alone. The console is as before when the work is done or its promise settles.
 */
export function withSilentConsole<T>(work: () => T): T {
  const { log, warn, error } = globalThis.console;
  const restore = () => void Object.assign(globalThis.console, { log, warn, error });
  Object.assign(globalThis.console, { log: ignore, warn: ignore, error: ignore });
  let result: T;
  try {
    result = work();
  } catch (failure) {
    restore();
    throw failure;
  }
  if (!(result instanceof Promise)) {
    restore();
    return result;
  }
  return result.finally(restore) as T;
}

function ignore(): void {
  // Nothing is said on purpose.
}
