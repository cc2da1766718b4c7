/**
 * Keeps answers that are dear to work out for as long as nothing was written: a filter is changed far more often than the
 * data. The database itself says whether anything was, by the number its next writing transaction will get.
 */
import { sql } from 'kysely';
import type { Db } from './database';

export class WhileUnchanged {
  private readonly answers = new Map<string, Promise<unknown>>();
  private version = '';

  constructor(private readonly db: Db) {}

  /** `key` names the question with all that the answer depends on beside the data. A failure is not kept. */
  async answer<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
    const { rows } = await sql<{ version: string }>`
      select pg_snapshot_xmax(pg_current_snapshot())::text as version`.execute(this.db);
    const version = rows[0]?.version ?? '';
    if (version !== this.version) {
      this.answers.clear();
      this.version = version;
    }
    const known = this.answers.get(key) as Promise<Value> | undefined;
    if (known) return known;
    const answer = work();
    this.answers.set(key, answer);
    answer.catch(() => {
      if (this.answers.get(key) === answer) this.answers.delete(key);
    });
    return answer;
  }
}
