/**
 * The ids of builds as rows name them: stored ones by their id, new ones by the id they will be stored under. Spellings
 * that differ in case only are one build.
 */
import { type Build, buildKey } from '@shared/domain/build';
import { buildCells } from './build-lines';

export class BuildNumbers {
  /** COPY lines of the builds that are new, id first. */
  readonly newLines: string[] = [];
  private readonly byCells = new Map<string, number>();
  /** The exact spellings met: most rows repeat one. */
  private readonly byKey = new Map<string, number>();

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

  /** `key` is the build's `buildKey`. */
  idOf(build: Build, key: string = buildKey(build)): number {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const id = this.idOfCells(buildCells(build));
    this.byKey.set(key, id);
    return id;
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
