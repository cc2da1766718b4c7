/** Units ordered by the reading of the market clock at which they sell: a binary heap with its smallest first. */
import type { Unit } from './unit';

type Entry = { unit: Unit; sellsAt: number };

export class MarketQueue {
  readonly #heap: Entry[] = [];

  add(unit: Unit, sellsAt: number): void {
    const heap = this.#heap;
    const entry: Entry = { unit, sellsAt };
    let hole = heap.push(entry) - 1;
    while (hole > 0) {
      const above = (hole - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || parent.sellsAt <= sellsAt) break;
      heap[hole] = parent;
      hole = above;
    }
    heap[hole] = entry;
  }

  /** The next unit that sells at or before `clock`, removed; undefined when there is none. */
  take(clock: number): Unit | undefined {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined || first.sellsAt > clock) return undefined;
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.#sink(last);
    return first.unit;
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    let hole = 0;
    for (;;) {
      let below = 2 * hole + 1;
      const left = heap[below];
      if (left === undefined) break;
      const right = heap[below + 1];
      let smaller = left;
      if (right !== undefined && right.sellsAt < left.sellsAt) {
        smaller = right;
        below++;
      }
      if (smaller.sellsAt >= entry.sellsAt) break;
      heap[hole] = smaller;
      hole = below;
    }
    heap[hole] = entry;
  }
}
