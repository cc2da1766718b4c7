/**
 * The staging tables of one import: temporary, so that nothing else reads them, no write-ahead log is written for them,
 * and a crash leaves nothing of them. Rows arrive by COPY, a chunk in each short transaction.
 */
import type { ImportKind } from '@shared/contract/imports';
import { sql } from 'kysely';
import type { Database } from '../../database/database';
import { stageColumns } from './stage-columns';

export const PROBLEM_COLUMNS = ['line', 'column_name', 'code', 'value', 'message', 'severity'] as const;

let stagesOpened = 0;

export class Stage {
  /** Names of the stage's tables: rows, and what the final transaction derives from them. */
  readonly rows: string;
  readonly resolved: string;
  readonly matches: string;
  readonly placements: string;
  readonly problems: string;

  constructor(
    private readonly database: Database,
    readonly kind: ImportKind,
  ) {
    stagesOpened += 1;
    this.rows = `stage_${stagesOpened}`;
    this.resolved = `${this.rows}_resolved`;
    this.matches = `${this.rows}_match`;
    this.placements = `${this.rows}_placement`;
    this.problems = `${this.rows}_problem`;
  }

  async create(): Promise<void> {
    const columns = stageColumns[this.kind].map(({ name, type }) => `${name} ${type}`).join(', ');
    await sql
      .raw(
        `create temp table ${this.rows} (line int, row_hash text, store_code text, build_id bigint, is_repaired boolean, ${columns}, raw text)`,
      )
      .execute(this.database.db);
    await sql
      .raw(
        `create temp table ${this.problems} (id int generated always as identity, line int, column_name text, code text, value text, message text, severity text)`,
      )
      .execute(this.database.db);
  }

  /** Stages one chunk of COPY lines: the columns of the table in their order. */
  async add(lines: Uint8Array): Promise<void> {
    if (lines.length === 0) return;
    const names = [
      'line',
      'row_hash',
      'store_code',
      'build_id',
      'is_repaired',
      ...stageColumns[this.kind].map(({ name }) => name),
      'raw',
    ];
    await this.database.db
      .transaction()
      .execute((transaction) => this.database.copyInto(transaction, this.rows, names, lines));
  }

  /** Stages what was wrong with a chunk's rows, as COPY lines of PROBLEM_COLUMNS. */
  async addProblems(lines: Uint8Array | string): Promise<void> {
    if (lines.length === 0) return;
    await this.database.db
      .transaction()
      .execute((transaction) =>
        this.database.copyInto(transaction, this.problems, [...PROBLEM_COLUMNS], lines),
      );
  }

  async drop(): Promise<void> {
    for (const table of [this.problems, this.rows, this.resolved, this.matches, this.placements]) {
      await sql.raw(`drop table if exists pg_temp.${table}`).execute(this.database.db);
    }
  }
}
