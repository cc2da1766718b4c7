/** How the engine and its database are doing, for the diagnostics page and the error report. */
import type { DiagnosticsSnapshot } from '@shared/contract/diagnostics';
import { sql } from 'kysely';
import { DiskSpace } from '../database/disk-space';
import type { EngineContext } from '../engine-context';

const TABLES_SHOWN = 10;
const STATEMENTS_SHOWN = 12;

export async function readSnapshot(context: EngineContext): Promise<DiagnosticsSnapshot> {
  const { db, database, dataDirectory, telemetry } = context;
  const { rows: tables } = await sql<{ name: string; rows: number; bytes: number }>`
    select relname::text as name, greatest(reltuples, 0)::bigint as rows, pg_total_relation_size(oid) as bytes
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    order by bytes desc limit ${TABLES_SHOWN}`.execute(db);
  const cpu = process.cpuUsage();
  return {
    engine: {
      processId: process.pid,
      upSeconds: process.uptime(),
      cpuSeconds: (cpu.user + cpu.system) / 1e6,
      memoryBytes: process.memoryUsage().rss,
      node: process.versions.node,
    },
    database: {
      bytes: await readDatabaseBytes(context),
      diskFreeBytes: await new DiskSpace(dataDirectory).free(),
      tables,
    },
    statements: database.statements.slowest(STATEMENTS_SHOWN),
    calls: telemetry?.calls.slowest(STATEMENTS_SHOWN) ?? [],
  };
}

export async function readDatabaseBytes({ db }: Pick<EngineContext, 'db'>): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select pg_database_size(current_database()) as bytes`.execute(db);
  return rows[0]?.bytes ?? 0;
}
