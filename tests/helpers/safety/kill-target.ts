/**
 * A process to be killed: the engine, working without pause, one line of JSON on stdout for each thing that
 * happened. First what the data directory held when it opened, then an acknowledgement after each finished job.
 * Usage: node entry.cjs DATA_DIRECTORY ROUND MODE, where MODE is `prepare` (fill the store, then end) or `work`.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startEngine } from '@engine/engine';
import type { EngineContext } from '@engine/engine-context';
import { router } from '@engine/procedures/router';
import { createLogger } from '@engine/telemetry/logger';
import { createRouterClient } from '@orpc/server';
import { addDays } from '@shared/domain/calendar-day';
import { sql } from 'kysely';
import { vinOf } from '../small-files';
import type { Acknowledgement, OpenedState } from './kill-protocol';

const [dataDirectory = '', round = '0', mode = 'work'] = process.argv.slice(2);
const inputs = path.join(dataDirectory, '..', 'inputs');
const ROWS_PER_IMPORT = 400;

async function main(): Promise<void> {
  const engine = await startEngine({
    dataDirectory,
    templateFile: path.resolve('out/database-template.tar.gz'),
    workerDirectory: path.resolve('out/main'),
    program: 'a process to be killed',
    version: '0',
    logger: createLogger('test', 'error', { write: (line) => process.stderr.write(line) }),
  });
  const { context } = engine;
  const client = createRouterClient(router, { context });
  say(await describe(context));
  mkdirSync(inputs, { recursive: true });
  if (mode === 'prepare') {
    await finish(context, client.imports.start({ paths: [writeSales()], options: { storeCode: 'MAIN' } }));
    await finish(context, client.forecast.start({ storeCode: 'MAIN', grain: 'month' }));
    return engine.close();
  }
  for (let turn = 0; ; turn++) {
    const storeCode = `R${round}T${turn}`;
    const paths = [writeInventory(storeCode)];
    await finish(context, client.imports.start({ paths, options: { storeCode } }));
    say({ type: 'import', storeCode, rows: ROWS_PER_IMPORT });
    const { planId } = await finish(context, client.plan.start({ storeCode: 'MAIN', constraints: [] }));
    say({ type: 'plan', planId: String(planId) });
    const file = path.join(inputs, `${storeCode}.dosobackup`);
    await finish(context, client.backups.start({ path: file }));
    say({ type: 'backup', file });
  }
}

async function finish(
  context: EngineContext,
  start: Promise<{ jobId: string }>,
): Promise<Record<string, unknown>> {
  const job = await context.jobs.wait((await start).jobId);
  if (job.state !== 'done') throw new Error(`${job.kind}: ${job.message}`);
  return job.result ?? {};
}

async function describe({ db, dataDirectory: folder }: EngineContext): Promise<OpenedState> {
  const stores = await sql<{ code: string; units: number; batches: number }>`
    select s.code, (select count(*) from stock_episode e where e.store_id = s.id)::int as units,
           (select count(*) from import_batch b where s.id = any (b.store_ids))::int as batches
    from store s`.execute(db);
  const plans = await sql<{ planId: string; lines: number }>`
    select p.id::text as plan_id, (select count(*) from plan_line l where l.plan_id = p.id)::int as lines
    from plan_run p`.execute(db);
  const leftovers = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname like 'pg_temp%' or n.nspname like 'pg_toast_temp%'
    union all select 'job ' || id from job where state = 'running'`.execute(db);
  return {
    type: 'opened',
    stores: stores.rows,
    plans: plans.rows,
    leftovers: leftovers.rows.map(({ name }) => name),
    entries: readdirSync(folder),
  };
}

function writeInventory(storeCode: string): string {
  const header = 'Stock #,VIN,New/Used,Year,Make,Model,Series,Price,Unit Cost,Inventory Date,Status';
  const rows = Array.from(
    { length: ROWS_PER_IMPORT },
    (_, index) =>
      `${storeCode}-${index},${vinOf(index)},N,2026,Chevrolet,Silverado 1500,LT,52000,49000,10/${1 + (index % 28)}/2026,AVAILABLE`,
  );
  return writeInput(`inventory-${storeCode}.csv`, [header, ...rows]);
}

/** Three years of steady sales of two models, so that a forecast and a plan have something to say. */
function writeSales(): string {
  const header =
    'Deal Number,VIN,New/Used,Year,Make,Model,Trim,Contract Date,Sale Price,Vehicle Cost,Front Gross,Sale Type';
  const rows = Array.from({ length: 360 }, (_, index) => {
    const model = index % 3 === 0 ? 'Trax' : 'Silverado 1500';
    return `D${index},${vinOf(5000 + index)},N,2026,Chevrolet,${model},LT,${addDays('2023-11-01', index * 3)},52000,49000,3000,Retail`;
  });
  return writeInput('sales.csv', [header, ...rows]);
}

function writeInput(name: string, lines: readonly string[]): string {
  const file = path.join(inputs, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

function say(line: OpenedState | Acknowledgement): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
