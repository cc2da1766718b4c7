/**
 * Loads a library that keeps hold of console.log with one that says nothing. Only for the moment of loading: the
 * console is as before when the promise settles.
 */
export async function withSilentConsole<T>(load: () => Promise<T>): Promise<T> {
  const { log, warn, error } = globalThis.console;
  Object.assign(globalThis.console, { log: ignore, warn: ignore, error: ignore });
  try {
    return await load();
  } finally {
    Object.assign(globalThis.console, { log, warn, error });
  }
}

function ignore(): void {
  // Nothing is said on purpose.
}
