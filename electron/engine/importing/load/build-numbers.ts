/**
 * The ids of builds as rows name them: stored ones by their id, new ones by the id they will be stored under. Spellings
 * that differ in case only are one build.
 */
import { type Build, buildKey } from '@shared/domain/build';
import { buildCells } from './build-lines';
import { HASH_LANES, hashInto } from './row-hash';

export type NumberedBuild = {
  readonly id: number;
  /** The hash of the build's key, with which the hash of its rows begins. */
  readonly hash: Int32Array;
};

const MOST_KEPT = 50_000;

export class BuildNumbers {
  /** COPY lines of the builds that are new, id first. */
  readonly newLines: string[] = [];
  private readonly byCells = new Map<string, number>();
  /** The exact spellings met, and the objects that hold them: most rows repeat one. */
  private readonly byKey = new Map<string, NumberedBuild>();
  private readonly byObject = new Map<Build, NumberedBuild>();

  /** `stored` holds lines of id and columns, as COPY writes them. */
  constructor(
    stored: Uint8Array,
    private nextId: number,
  ) {
    for (const line of new TextDecoder().decode(stored).split('\n')) {
      const tab = line.indexOf('\t');
      if (tab > 0) this.byCells.set(line.slice(tab + 1).toLowerCase(), Number(line.slice(0, tab)));
    }
  }

  numberOf(build: Build): NumberedBuild {
    const known = this.byObject.get(build);
    if (known !== undefined) return known;
    if (this.byObject.size > MOST_KEPT) this.byObject.clear();
    const key = buildKey(build);
    const numbered = this.byKey.get(key) ?? { id: this.idOfCells(buildCells(build)), hash: hashOf(key) };
    this.byKey.set(key, numbered);
    this.byObject.set(build, numbered);
    return numbered;
  }

  private idOfCells(cells: string): number {
    const lower = cells.toLowerCase();
    const known = this.byCells.get(lower);
    if (known !== undefined) return known;
    const id = this.nextId++;
    this.byCells.set(lower, id);
    this.newLines.push(`${id}\t${cells}\n`);
    return id;
  }
}

function hashOf(key: string): Int32Array {
  const hash = new Int32Array(HASH_LANES);
  hashInto(hash, key);
  return hash;
}
