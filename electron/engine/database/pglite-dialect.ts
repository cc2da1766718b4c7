/**
 * Kysely over one PGlite connection. PGlite is a single session, so the driver hands its connection to one
 * user at a time: a query from outside waits until an open transaction ends.
 */
import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { PanicWatch } from './panic-watch';

class PGliteConnection implements DatabaseConnection {
  constructor(
    private readonly client: PGlite,
    private readonly watch: PanicWatch,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.watch.run(() => this.client.query<R>(query.sql, [...query.parameters]));
    return result.affectedRows === undefined
      ? { rows: result.rows }
      : { rows: result.rows, numAffectedRows: BigInt(result.affectedRows) };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite has no cursors over this dialect: page with limit and offset');
  }
}

class PGliteDriver implements Driver {
  private readonly connection: PGliteConnection;
  private lastTurn: Promise<void> = Promise.resolve();
  private readonly release = new WeakMap<DatabaseConnection, () => void>();

  constructor(client: PGlite, watch: PanicWatch) {
    this.connection = new PGliteConnection(client, watch);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const previous = this.lastTurn;
    let endTurn: () => void = () => undefined;
    this.lastTurn = new Promise((resolve) => {
      endTurn = resolve;
    });
    await previous;
    this.release.set(this.connection, endTurn);
    return this.connection;
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.release.get(connection)?.();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  /** The client outlives Kysely: whoever opened it closes it. */
  async destroy(): Promise<void> {}
}

export function createPGliteDialect(client: PGlite, watch: PanicWatch): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PGliteDriver(client, watch),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
