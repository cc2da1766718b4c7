/**
 * What a report says against what the screens show, for the sample store after a whole cycle: every table of the
 * workbooks, read by another library than the one that wrote them, and every table of the printed pages, read by PDFium.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import type { Engine } from '@engine/engine';
import { saveReplay } from '@engine/replay/saved-replays';
import { printPdf } from '@engine/reporting/print-pdf';
import type { Figure } from '@shared/contract/primitives';
import type { PolicyResult } from '@shared/contract/replay';
import { REPORT_KINDS, type ReportKind } from '@shared/domain/report-kind';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doso } from '../helpers/command-line';
import { readPdfText } from '../helpers/read-pdf';
import { clientOf, startTestEngine } from '../helpers/safety/test-engine';

type Cell = string | number | null;
/** Header to cell; a number is compared to a billionth, so money is equal to the cent. */
type Row = Record<string, Cell>;
type Client = ReturnType<typeof clientOf>;

const PRINTED_KINDS = ['store-review', 'order-plan', 'learning', 'imports'] as const;

const folder = mkdtempSync(path.join(tmpdir(), 'doso-report-figures-'));
const dataDirectory = path.join(folder, 'data');
const fileOf = (kind: ReportKind, format: string) => path.join(folder, `${kind}.${format}`);

describe('reports of the sample store', () => {
  let engine: Engine;
  let client: Client;
  const printed = new Map<ReportKind, string>();
  const sheets = new Map<string, unknown[][]>();

  beforeAll(async () => {
    const files = readdirSync('sample-data').map((name) => path.resolve('sample-data', name));
    expect(await doso('cycle', ...files, '--full', '--data-dir', dataDirectory)).toMatchObject({ code: 0 });
    engine = await startTestEngine(dataDirectory);
    client = clientOf(engine);
    await addReplay(engine);
    for (const kind of REPORT_KINDS) {
      const { jobId } = await client.reports.startWorkbook({ kind, path: fileOf(kind, 'xlsx') });
      expect(await engine.context.jobs.wait(jobId), kind).toMatchObject({ state: 'done' });
      keepSheets(sheets, read(readFileSync(fileOf(kind, 'xlsx'))));
    }
    for (const kind of PRINTED_KINDS) {
      await printPdf(await client.reports.build({ kind }), fileOf(kind, 'pdf'));
      printed.set(kind, (await readPdfText(fileOf(kind, 'pdf'))).join(' '));
    }
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const expectSheet = (name: string, expected: readonly Row[], fewest = 1) => {
    expect(expected.length, `${name} has rows`).toBeGreaterThanOrEqual(fewest);
    expect(rowsUnder(sheets.get(name) ?? [], Object.keys(expected[0] ?? {}), expected.length), name).toEqual(
      expected.map(rounded),
    );
  };
  /** Each row's cells stand side by side on the page. */
  const expectPrinted = (kind: ReportKind, rows: readonly (readonly string[])[]) => {
    expect(rows.length).toBeGreaterThan(0);
    const text = printed.get(kind) ?? '';
    expect(rows.map((cells) => cells.join(' ')).filter((line) => !text.includes(line))).toEqual([]);
  };

  it('say the figures of the Overview', async () => {
    const { inventory, sales } = await client.overview.get({});
    const [stock, usedStock] = inventory;
    const [sold, usedSold] = sales;
    const both = (name: string, left: Figure | undefined, right: Figure | undefined): Row => ({
      Figure: name,
      New: inSheet(left),
      Used: inSheet(right),
      'n new': left?.sampleSize ?? null,
      'n used': right?.sampleSize ?? null,
    });
    const expected = [
      both('Units in stock', stock?.unitsInStock, usedStock?.unitsInStock),
      both('Stock at cost', stock?.stockCost, usedStock?.stockCost),
      both('Days supply', stock?.daysSupply, usedStock?.daysSupply),
      both('Holding cost per day', stock?.holdingCostPerDay, usedStock?.holdingCostPerDay),
      both('Units sold', sold?.unitsSold, usedSold?.unitsSold),
      both('Total gross per unit', sold?.totalGrossPerUnit, usedSold?.totalGrossPerUnit),
    ];
    const summary = rowsUnder(sheets.get('Summary') ?? [], Object.keys(expected[0] ?? {}), 60);
    const names = expected.map((row) => row.Figure);
    expect(summary.filter((row) => names.includes(row.Figure ?? null))).toEqual(expected.map(rounded));
    expectPrinted('store-review', [
      ['Units in stock', count(stock?.unitsInStock.value)],
      ['Stock at cost', dollars(stock?.stockCost.value)],
      ['Units sold', count(sold?.unitsSold.value)],
      ['Total gross a unit', dollars(sold?.totalGrossPerUnit.value)],
    ]);
    const { rows } = await sql<{ units: number; cost: number }>`
      select count(*)::int as units, sum(cost_cents)::int as cost from stock_episode
      where closed_on is null and condition = 'new' and status <> 'in_transit'`.execute(engine.context.db);
    expect([rows[0]?.units, rows[0]?.cost]).toEqual([stock?.unitsInStock.value, stock?.stockCost.value]);
  });

  it('list ageing, models and months as Inventory and Sales do', async () => {
    const { summaries } = await client.inventory.getSummary({});
    expectSheet(
      'Ageing',
      summaries.flatMap(({ condition, ageBuckets }) =>
        ageBuckets.map(({ label, units, costCents }) => ({
          Condition: condition,
          'Days in stock': label,
          Units: units,
          Cost: costCents / 100,
        })),
      ),
      8,
    );
    const models = summaries.flatMap(({ condition, models: all }) =>
      all.map((row) => ({ condition, ...row })),
    );
    expectSheet(
      'Models',
      models.map((row) => ({
        Condition: row.condition,
        Make: row.make,
        Model: row.model,
        Units: row.units,
        Cost: row.costCents / 100,
        'Median age, days': row.medianAgeDays,
        'Aged units': row.agedUnits,
        'Sold in window': row.soldInWindow,
      })),
      10,
    );
    expectPrinted(
      'store-review',
      models
        .filter(({ condition }) => condition === 'new')
        .slice(0, 12)
        .map((row) => [`${row.make} ${row.model}`, count(row.units), dollars(row.costCents)]),
    );
    const { sales } = await client.overview.get({});
    expectSheet(
      'Sales by month',
      sales.flatMap(({ condition, months }) =>
        months.slice(-13).map((row) => ({
          Condition: condition,
          Month: row.month,
          Units: row.units,
          'Front gross': row.frontGrossCents / 100,
          'Back gross': row.backGrossCents / 100,
          'Total gross': row.totalGrossCents / 100,
        })),
      ),
      26,
    );
  });

  it('list the stock as the grid does', async () => {
    const { units, total } = await client.inventory.listUnits({ limit: 2000 });
    expect(units).toHaveLength(total);
    expectSheet(
      'Stock list',
      units.map((unit) => ({
        'Stock #': unit.stockNumber,
        VIN: unit.vin,
        Model: unit.build.model,
        'Age, days': unit.ageDays,
        Cost: inDollars(unit.costCents),
        Price: inDollars(unit.priceCents),
        'Held so far': inDollars(unit.holdingCostToDateCents),
      })),
      300,
    );
  });

  it('forecast what the Forecast screen does, quantiles included', async () => {
    const run = await client.forecast.getLatestRun({});
    const runId = run?.id ?? '';
    const series = (
      await Promise.all(
        (['new', 'used'] as const).map((condition) => client.forecast.listSeries({ runId, condition })),
      )
    ).flat();
    const detail = rowsUnder(
      sheets.get('Forecast detail') ?? [],
      ['Level', 'Make', 'Model', 'Trim', 'Period', 'Mean', '10 %', '50 %', '90 %'],
      100_000,
    );
    const expected = series
      .filter(({ condition, level }) => condition === 'new' && (level === 'store' || level === 'model'))
      .flatMap(({ level, make, modelName, trim, points }) =>
        points.map(({ period, mean, quantiles }) => ({
          Level: level,
          Make: make,
          Model: modelName,
          Trim: trim,
          Period: period,
          Mean: mean,
          '10 %': quantiles['0.10'] ?? null,
          '50 %': quantiles['0.50'] ?? null,
          '90 %': quantiles['0.90'] ?? null,
        })),
      );
    expect(expected.length).toBeGreaterThan(20);
    for (const row of expected) expect(detail).toContainEqual(rounded(row));
  });

  it('say gaps and the plan as their screens do, money to the cent', async () => {
    const { gaps } = await client.plan.listGaps({});
    expectSheet(
      'Gaps',
      gaps.map((gap) => ({
        Condition: gap.condition,
        Make: gap.make,
        Model: gap.model,
        Available: gap.available,
        'On order': gap.pipeline,
        'Left by then': gap.projected,
        'Ideal then': gap.ideal,
        'Gap (+ get, - reduce)': gap.gap,
        'Demand a month': gap.monthlyDemand,
      })),
      10,
    );
    const plan = await client.plan.getLatest({});
    const lines = plan?.lines ?? [];
    expectSheet(
      'Order plan',
      lines.map((line) => ({
        Make: line.build.make,
        Model: line.build.model,
        Trim: line.build.trim,
        Order: line.quantity,
        'Without limits': line.uncappedQuantity,
        'Unit cost': line.unitCostCents / 100,
        Cost: (line.unitCostCents * line.quantity) / 100,
        'Expected net': line.expectedValueCents / 100,
        'On hand': line.onHand,
        'On order': line.pipeline,
        'Demand in window': line.demand,
      })),
      5,
    );
    const totals = plan?.totals;
    expectPrinted('order-plan', [[dollars(totals?.costCents), dollars(totals?.expectedValueCents)]]);
    expectSheet(
      'Plan limits',
      (plan?.limits ?? []).map(({ label, kind, bound, used }) => ({
        Limit: label,
        'At most': bound === null ? 'unlimited' : kind === 'budget' ? bound / 100 : bound,
        Used: kind === 'budget' ? used / 100 : used,
      })),
    );
  });

  it('say what a saved view shows, also from the command line', async () => {
    const filter = { condition: 'new', model: 'Tahoe' } as const;
    await client.workspace.saveView({ name: 'Tahoes', screen: '/inventory', search: filter });
    const shown = await client.inventory.listUnits({ filter, limit: 2000 });
    await engine.close();
    const file = path.join(folder, 'view.json');
    const ask = (name: string) =>
      doso('report', '--table', 'stock', '--view', name, '--out', file, '--data-dir', dataDirectory);
    const unknown = await ask('Trucks');
    expect(unknown.code).not.toBe(0);
    expect(unknown.stderr).toContain('Views: Tahoes.');
    expect(await ask('Tahoes')).toMatchObject({ code: 0 });
    engine = await startTestEngine(dataDirectory);
    client = clientOf(engine);
    expect(shown.total).toBeGreaterThan(5);
    expect(JSON.parse(readFileSync(file, 'utf8')).rows).toHaveLength(shown.total);
  });

  it('narrow plan, market, forecast, actions and the window to a saved view, as the screens do', async () => {
    const plan = await client.plan.getLatest({});
    const { make, model } = plan?.lines[0]?.build ?? {};
    const filter = { condition: 'new', make, model } as const;
    const view = { name: 'One model', filter, windowDays: 180 };
    const sections = ['review', 'forecast', 'gaps', 'plan', 'market', 'learning'] as const;
    const report = await client.reports.build({ view, sections: [...sections] });

    const { computedAt: _, ...overview } = await client.overview.get({ filter, windowDays: 180 });
    expect(report.overview).toMatchObject(overview);
    expect(overview.sales[0]?.unitsSold.windowDays).toBe(180);
    const lines = plan?.lines.filter(({ build }) => build.make === make && build.model === model) ?? [];
    expect(report.plan?.lines).toEqual(lines);
    expect(lines.length).toBeLessThan(plan?.lines.length ?? 0);
    expect(report.plan?.totals).toEqual({
      units: sumOf(lines, ({ quantity }) => quantity),
      costCents: sumOf(lines, ({ quantity, unitCostCents }) => quantity * unitCostCents),
      expectedValueCents: sumOf(lines, ({ expectedValueCents }) => expectedValueCents),
    });
    const market = await client.market.getSummary({ filter });
    expect(report.market).toEqual(market);
    expect(new Set(market.models.map(({ segment }) => segment)).size).toBe(1);
    const { gaps } = await client.plan.listGaps({ filter });
    expect(report.gaps).toEqual(gaps);
    expect(gaps).toHaveLength(1);
    const run = await client.forecast.getLatestRun({});
    const series = await client.forecast.listSeries({ ...filter, runId: run?.id ?? '' });
    const narrowed = report.forecasts.filter(({ level }) => level !== 'store');
    expect(narrowed.map(({ id }) => id)).toEqual(
      series.filter(({ level }) => level !== 'store').map(({ id }) => id),
    );
    expect(narrowed.length).toBeGreaterThan(0);
    expect(report.learning?.feedback).toEqual(await client.learning.summarizeFeedback({ filter }));

    const file = path.join(folder, 'figures.json');
    const { jobId } = await client.reports.startExtract({ table: 'figures', view, path: file });
    expect(await engine.context.jobs.wait(jobId)).toMatchObject({ state: 'done' });
    const { rows } = JSON.parse(readFileSync(file, 'utf8')) as { rows: Row[] };
    expect(rows.find((row) => row.Figure === 'Units sold' && row.Condition === 'new')).toMatchObject({
      'Window Days': 180,
      Value: overview.sales[0]?.unitsSold.value,
    });
  });

  it('forecast used units for a view of them', async () => {
    const view = { name: 'Used', filter: { condition: 'used' } } as const;
    const report = await client.reports.build({ view, sections: ['forecast', 'plan'] });
    expect(new Set(report.forecasts.map(({ condition }) => condition))).toEqual(new Set(['used']));
    expect(report.plan?.lines).toEqual([]);
  });

  it('print hostile text as text, however long', async () => {
    const report = await client.reports.build({ kind: 'store-review' });
    const [unit] = report.agedUnits;
    if (!unit) throw new Error('the sample has aged units');
    const named = (stockNumber: string, trim: string) => ({
      ...unit,
      id: stockNumber,
      stockNumber,
      build: { ...unit.build, trim },
    });
    const agedUnits = [
      named('H1', '=HYPERLINK("http://example.com","now")'),
      named('H2', 'x'.repeat(32_767)),
      named('H3', '👩‍🔧 Größe 車 🇺🇸'),
      named('H4', 'شاحنة ‮txt.exe'),
      named('H5', 'bell\u0007 and\u001b[31m escape\u0000'),
      named('H6', '<script>document.title = "taken"</script>'),
    ];
    const file = path.join(folder, 'hostile.pdf');
    await printPdf({ ...report, agedUnits, gaps: [], forecasts: [] }, file);
    const pages = await readPdfText(file);
    // Where lines break is the page's business.
    const text = pages.join('').replace(/\s/g, '');
    const expected = [...agedUnits.map(({ stockNumber }) => stockNumber), 'Größe', 'Wherethefigurescomefrom'];
    expected.push('=HYPERLINK("http://example.com","now")', '<script>document.title="taken"</script>');
    expect(expected.filter((words) => !text.includes(words))).toEqual([]);
    expect(pages.length).toBeLessThan(12);
  });

  it('say market, learning, replay and imports as their screens do', async () => {
    const market = await client.market.getSummary({});
    expect(Object.keys(market).length).toBeGreaterThan(0);
    const weights = await client.learning.listWeights({});
    expectSheet(
      'Weights',
      weights.map((set) => ({
        Version: set.version,
        Gross: set.weights.gross,
        'Days to turn': set.weights.daysToTurn,
        Market: set.weights.market,
        Forecast: set.weights.forecast,
      })),
    );
    const replay = await client.replay.getLatest({});
    expectSheet(
      'Replay',
      (replay?.policies ?? []).map(({ measures }) => ({
        'Net gross': Math.round(measures.netGrossCents.mean) / 100,
        Turn: measures.turn.mean,
        'Lost sales': measures.lostSales.mean,
      })),
      2,
    );
    expectPrinted('learning', [
      ['What the store did', '$1,000,000'],
      ['DOSO', '$1,200,000', '+$200K ($150K to $250K)'],
    ]);
    const { batches } = await client.imports.listBatches({ offset: 0, limit: 60 });
    expectSheet(
      'Imports',
      batches.map(({ file, rows, changes }) => ({
        File: file,
        'Rows read': rows.read,
        Accepted: rows.accepted,
        Repaired: rows.repaired,
        Rejected: rows.rejected,
        Added: changes.added,
      })),
      5,
    );
    expectPrinted(
      'imports',
      batches.map(({ rows }) =>
        [rows.read, rows.accepted, rows.repaired, rows.unchanged, rows.ignored, rows.rejected].map(count),
      ),
    );
  });
});

/** The first sheet of a name is kept: kinds share sheets, and all of them hold the same. */
function keepSheets(sheets: Map<string, unknown[][]>, book: WorkBook): void {
  for (const name of book.SheetNames)
    if (!sheets.has(name))
      sheets.set(name, utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, defval: null }));
}

/** The cells under these headers, of at most so many rows below the first row that has all of them. */
function rowsUnder(sheet: readonly unknown[][], headers: readonly string[], most: number): Row[] {
  const top = sheet.findIndex((row) => headers.every((header) => row.includes(header)));
  if (top < 0) throw new Error(`no row has ${headers.join(', ')}`);
  const columns = headers.map((header) => sheet[top]?.indexOf(header) ?? -1);
  return sheet
    .slice(top + 1, top + 1 + most)
    .map((row) =>
      rounded(Object.fromEntries(headers.map((header, at) => [header, toCell(row[columns[at] ?? -1])]))),
    );
}

function toCell(value: unknown): Cell {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function rounded(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value,
    ]),
  );
}

function inSheet(figure: Figure | undefined): Cell {
  if (figure === undefined) return null;
  if (figure.value === null) return figure.note;
  return figure.unit === 'cents' || figure.unit === 'cents_per_day' ? figure.value / 100 : figure.value;
}

function sumOf<Item>(items: readonly Item[], valueIn: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + valueIn(item), 0);
}

function inDollars(cents: number | null): number | null {
  return cents === null ? null : cents / 100;
}

function count(value: number | null | undefined): string {
  return Math.round(value ?? Number.NaN).toLocaleString('en-US');
}

function dollars(cents: number | null | undefined): string {
  return `$${count((cents ?? Number.NaN) / 100)}`;
}

/** Two policies with figures of our own; how replays are computed has tests elsewhere. */
async function addReplay({ context }: Engine): Promise<void> {
  const certain = (mean: number) => ({ mean, low: mean, high: mean });
  const measures = (net: number): PolicyResult['measures'] => ({
    netGrossCents: certain(net),
    grossCents: certain(net + 1),
    interestCents: certain(1),
    otherHoldingCents: certain(0),
    soldUnits: certain(100),
    lostSales: certain(7.25),
    orderedUnits: certain(90),
    meanStock: certain(50),
    turn: certain(6.5),
    agedUnits: certain(3),
  });
  const { rows } = await sql<{ id: number }>`select id from store order by id limit 1`.execute(context.db);
  await saveReplay(context.db, {
    storeId: rows[0]?.id ?? 0,
    asOf: '2026-10-31',
    createdAt: '2026-11-01T00:00:00Z',
    outcome: {
      from: '2025-11-01',
      to: '2026-10-31',
      months: 12,
      cycles: 12,
      replays: 20,
      seed: 1,
      builds: 70,
      notes: ['Twelve orders.'],
      policies: [
        { policy: 'what_the_store_did', measures: measures(100_000_000), against: [] },
        {
          policy: 'doso_fixed',
          measures: measures(120_000_000),
          against: [
            {
              policy: 'what_the_store_did',
              differenceCents: { mean: 20_000_000, low: 15_000_000, high: 25_000_000 },
              pValue: 0.01,
              betterReplays: 20,
            },
          ],
        },
      ],
    },
  });
}
