/** What is measured, where it goes when a store opts in, and that nothing goes anywhere before. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOf, importInto, startTestEngine } from '../helpers/safety/test-engine';
import { vinOf, writeSmallInventory } from '../helpers/small-files';

let folder: string;
let dataDirectory: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'doso-telemetry-'));
  dataDirectory = path.join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('telemetry', () => {
  it('is off at first; opted into, it tells calls, jobs and sizes to a file and a collector, and no values', async () => {
    const collector = await startCollector();
    const engine = await startTestEngine(dataDirectory);
    const client = clientOf(engine);
    await importInto(engine, [writeSmallInventory(folder, 5)], 'MAIN');
    expect(await client.diagnostics.getTelemetry({})).toEqual({ isFileWanted: false, collectorUrl: null });
    expect(existsSync(path.join(dataDirectory, 'logs/traces.jsonl'))).toBe(false);

    await client.diagnostics.setTelemetry({ isFileWanted: true, collectorUrl: collector.url });
    await client.inventory.getSummary({});
    await expect(client.plan.get({ planId: '999' })).rejects.toThrow();
    await importInto(engine, [writeSmallInventory(folder, 6)], 'MAIN');
    await engine.close();
    await collector.close();

    const lines = (name: string) =>
      readFileSync(path.join(dataDirectory, 'logs', name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    const spans = spansOf(lines('traces.jsonl'));
    const call = spans.find(({ name }) => name === 'inventory.getSummary');
    expect(
      spans.some(({ name, parentSpanId }) => name === 'statement' && parentSpanId === call?.spanId),
    ).toBe(true);
    // 2 is the code of a failed span.
    expect(spans.find(({ name }) => name === 'plan.get')?.status.code).toBe(2);
    expect(spans.some(({ name }) => name === 'job import')).toBe(true);
    const metrics = JSON.stringify(lines('metrics.jsonl'));
    for (const name of ['doso.call.duration', 'doso.jobs', 'doso.database.size', 'process.memory.usage'])
      expect(metrics).toContain(name);

    expect(collector.paths.sort()).toEqual(['/v1/metrics', '/v1/traces']);
    expect(spansOf(collector.bodies)).toHaveLength(spans.length);
    for (const value of [vinOf(1), 'Silverado', 'small-inventory', folder])
      expect(JSON.stringify([spans, metrics])).not.toContain(value);
  });

  it('shows in diagnostics what was slow, and in a report what the user may read before saving it', async () => {
    const engine = await startTestEngine(dataDirectory);
    const client = clientOf(engine);
    await importInto(engine, [writeSmallInventory(folder, 5)], 'MAIN');
    await client.inventory.getSummary({});
    const { statements, calls, database, engine: process } = await client.diagnostics.getSnapshot({});
    expect(calls.map(({ name }) => name)).toContain('inventory.getSummary');
    expect(statements[0]?.slowestMs).toBeGreaterThanOrEqual(statements.at(-1)?.slowestMs ?? 0);
    expect(database.tables.map(({ name }) => name)).toContain('build');
    expect(process.memoryBytes).toBeGreaterThan(1e7);

    const { text } = await client.diagnostics.buildReport({});
    for (const value of [vinOf(1), 'Silverado', 'small-inventory']) expect(text).not.toContain(value);
    expect(JSON.parse(text)).toMatchObject({
      rows: { stockEpisodes: 5 },
      jobs: [{ kind: 'import', state: 'done' }],
    });
    const file = path.join(folder, 'report.json');
    await client.diagnostics.saveReport({ path: file, text });
    expect(readFileSync(file, 'utf8')).toBe(text);
    await expect(
      client.diagnostics.saveReport({ path: path.join(folder, 'x.exe'), text }),
    ).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(readdirSync(folder)).not.toContain('x.exe');
    await engine.close();
  });
});

type Span = { name: string; spanId: string; parentSpanId?: string; status: { code: number } };
type TraceDocument = { resourceSpans?: { scopeSpans: { spans: Span[] }[] }[] };

function spansOf(documents: readonly TraceDocument[]): Span[] {
  return documents.flatMap(({ resourceSpans = [] }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
  );
}

type Collector = { url: string; paths: string[]; bodies: TraceDocument[]; close: () => Promise<void> };

async function startCollector(): Promise<Collector> {
  const paths = new Set<string>();
  const bodies: TraceDocument[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      paths.add(request.url ?? '');
      bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as TraceDocument);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get paths() {
      return [...paths];
    },
    bodies,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
