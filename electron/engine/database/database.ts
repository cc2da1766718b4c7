import type { PGlite } from '@electric-sql/pglite';
import { CamelCasePlugin, Kysely, type Transaction } from 'kysely';
import { SecretBox } from '../security/secret-box';
import { DurationTable } from '../telemetry/duration-table';
import { BytesToCopy } from './bytes-to-copy';
import type { FileChanges } from './file-changes';
import { PanicWatch } from './panic-watch';
import { createPGliteDialect } from './pglite-dialect';
import type { Tables } from './tables';
import { WhileUnchanged } from './while-unchanged';

export type Db = Kysely<Tables>;
/** What a read may run on: the database, or the transaction it is part of. */
export type DbOrTransaction = Db | Transaction<Tables>;

export type DatabaseHooks = {
  onClose?: () => Promise<void>;
  /** Called once, when Postgres stops for good. */
  onPanic?: ((error: Error) => void) | undefined;
  secrets?: SecretBox;
  /** Called after each statement; the text has placeholders and no values. */
  onStatement?: ((text: string, milliseconds: number) => void) | undefined;
  /** Of the cluster's files; without them it cannot be copied while it is open. */
  fileChanges?: FileChanges;
};

/** The open database: Kysely for statements, COPY for bulk rows. */
export class Database {
  readonly db: Db;
  /** Seals what may not lie readable; reading opens it by itself. */
  readonly secrets: SecretBox;
  /** How long statements took, by their text. */
  readonly statements = new DurationTable(200);
  readonly fileChanges: FileChanges | null;
  /** Dear answers, kept until something is written. */
  readonly whileUnchanged: WhileUnchanged;
  private readonly watch: PanicWatch;

  constructor(
    private readonly client: PGlite,
    private readonly hooks: DatabaseHooks = {},
  ) {
    this.watch = new PanicWatch(hooks.onPanic);
    this.secrets = hooks.secrets ?? new SecretBox();
    this.fileChanges = hooks.fileChanges ?? null;
    this.db = new Kysely<Tables>({
      dialect: createPGliteDialect(client, this.watch),
      log: ({ level, query, queryDurationMillis }) => {
        this.statements.note(query.sql, queryDurationMillis, level === 'error');
        this.hooks.onStatement?.(query.sql, queryDurationMillis);
      },
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    });
    this.whileUnchanged = new WhileUnchanged(this.db);
  }

  /**
   * Loads rows in Postgres' COPY format, text or binary, into `table`. Runs in the transaction that is passed, which
   * holds PGlite's only connection, so no other statement can come between. Names are SQL (snake_case).
   */
  async copyInto(
    _transaction: Transaction<Tables>,
    table: string,
    columns: string[],
    rows: string | Uint8Array,
    format: 'text' | 'binary' = 'text',
  ): Promise<void> {
    const bytes = typeof rows === 'string' ? new TextEncoder().encode(rows) : rows;
    const blob = new BytesToCopy(bytes as Uint8Array<ArrayBuffer>);
    const statement = `copy ${table} (${columns.join(', ')}) from '/dev/blob' (format ${format})`;
    await this.watch.run(() => this.client.query(statement, [], { blob }));
  }

  /** What a query yields as lines of COPY text; far cheaper than rows where there are many. */
  async copyOut(_transaction: Transaction<Tables>, query: string): Promise<Uint8Array> {
    const { blob } = await this.watch.run(() => this.client.query(`copy (${query}) to '/dev/blob'`));
    return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
  }

  /** Statements that cannot run in a transaction, such as VACUUM and CHECKPOINT. */
  async runAlone(statement: string): Promise<void> {
    await this.db.connection().execute(() => this.watch.run(() => this.client.exec(statement)));
  }

  async close(): Promise<void> {
    await this.db.destroy();
    // One that panicked cannot be closed: it would never answer.
    if (!this.client.closed && !this.watch.hasPanicked) await this.client.close();
    await this.hooks.onClose?.();
  }
}
