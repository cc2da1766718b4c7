/**
 * What has been fitted to one series, by kind of fit and length of history, so that models share fits and a longer
 * history begins from what was found for a shorter one. All histories of one memory are beginnings of the same
 * series. Nothing of a longer history may reach a shorter one, so a back-test goes forward in time.
 */
export type FitMemory = Map<string, Map<number, unknown>>;

/**
 * What `find` made of the first `length` values before, else what it makes now, given what was found for the longest
 * shorter history, if any. `kind` stands for one way to fit, and so for one type T. Without a memory nothing is kept.
 */
export function recall<T>(
  memory: FitMemory | undefined,
  kind: string,
  length: number,
  find: (shorter: T | null) => T,
): T {
  if (!memory) return find(null);
  const fits = (memory.get(kind) ?? new Map()) as Map<number, T>;
  memory.set(kind, fits);
  const known = fits.get(length);
  if (known !== undefined) return known;
  const shorter = Math.max(...[...fits.keys()].filter((other) => other < length));
  const found = find(fits.get(shorter) ?? null);
  fits.set(length, found);
  return found;
}
