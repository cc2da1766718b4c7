import type { Durations } from '@shared/contract/diagnostics';

type Entry = { count: number; failures: number; totalMs: number; slowestMs: number };

/** How long named things took. Bounded: of too many names those are forgotten that were never slow. */
export class DurationTable {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly most: number) {}

  note(name: string, milliseconds: number, isFailed = false): void {
    const entry = this.entries.get(name) ?? { count: 0, failures: 0, totalMs: 0, slowestMs: 0 };
    entry.count += 1;
    entry.failures += isFailed ? 1 : 0;
    entry.totalMs += milliseconds;
    entry.slowestMs = Math.max(entry.slowestMs, milliseconds);
    this.entries.set(name, entry);
    if (this.entries.size > 2 * this.most) this.forgetQuickOnes();
  }

  /** The slowest first. */
  slowest(limit: number): Durations[] {
    return this.sorted()
      .slice(0, limit)
      .map(([name, { count, failures, totalMs, slowestMs }]) => ({
        name,
        count,
        failures,
        meanMs: totalMs / count,
        slowestMs,
      }));
  }

  private forgetQuickOnes(): void {
    for (const [name] of this.sorted().slice(this.most)) this.entries.delete(name);
  }

  private sorted(): [string, Entry][] {
    return [...this.entries].sort(([, one], [, other]) => other.slowestMs - one.slowestMs);
  }
}
