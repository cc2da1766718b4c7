/**
 * Which files are complete. A program that saves a report tells nobody when it is done, so a file counts as complete
 * once its size and time have stayed the same for a while between two looks. Clocks of file servers differ from ours,
 * so a file's time is only compared with itself.
 */
export type FolderFile = {
  /** Below the folder. */
  readonly file: string;
  readonly bytes: number;
  readonly modifiedMs: number;
};

/** A file as it was first seen in its present form. */
export type Sighting = FolderFile & { readonly sinceMs: number };

export type Settled = {
  readonly ready: readonly Sighting[];
  readonly waiting: readonly Sighting[];
};

/** `before` are the files that waited at the last look. Ready files come oldest first. */
export function settleFiles(
  before: readonly Sighting[],
  seen: readonly FolderFile[],
  nowMs: number,
  quietMs: number,
): Settled {
  const known = new Map(before.map((sighting) => [sighting.file, sighting]));
  const sightings = seen.map((file): Sighting => {
    const earlier = known.get(file.file);
    return earlier && isSame(earlier, file) ? earlier : { ...file, sinceMs: nowMs };
  });
  const isReady = ({ bytes, sinceMs }: Sighting) => bytes > 0 && nowMs - sinceMs >= quietMs;
  return {
    ready: sightings
      .filter(isReady)
      .sort((one, other) => one.modifiedMs - other.modifiedMs || one.file.localeCompare(other.file)),
    waiting: sightings.filter((sighting) => !isReady(sighting)),
  };
}

export function isSame(one: Omit<FolderFile, 'file'>, other: Omit<FolderFile, 'file'>): boolean {
  return one.bytes === other.bytes && one.modifiedMs === other.modifiedMs;
}
