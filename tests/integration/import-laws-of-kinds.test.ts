/**
 * Orders, allocations, market facts and outcomes keep the laws of stock and deals: the same rows again change nothing, files
 * that do not overlap may come in either order, an undo takes all back, and a failure at any statement leaves no trace.
 */
import { importFiles } from '@engine/importing/import-files';
import { undoBatch } from '@engine/importing/undo-batch';
import { importOptionsSchema } from '@shared/contract/imports';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';
import { failingDatabase, failsThere } from '../helpers/failing-database';

type Line = (serial: number, amount: number) => string;
type Kind = { header: string; line: Line; content: string };

const KINDS: Record<string, Kind> = {
  orders: {
    header: 'Store,Order Number,Status,Year,Make,Model,Trim,Order Date,MSRP',
    line: (serial, amount) =>
      `HARBOR,ORD${serial},${['2000', '3000', '5000'][serial % 3]},2026,Chevrolet,Tahoe,LT,10/14/2026,${60_000 + amount}`,
    content: `select o.order_number, o.status, b.model, o.ordered_on, o.msrp_cents, o.closed_on,
      (select jsonb_agg(jsonb_build_array(h.as_of, h.status) order by h.as_of) from factory_order_status h where h.order_id = o.id) as history
      from factory_order o join build b on b.id = o.build_id order by 1`,
  },
  allocation: {
    header: 'Store,Cycle,Cycle Start,Cycle End,Make,Allocation Group,Models,Units',
    line: (serial, amount) =>
      `HARBOR,2026-11,2026-11-01,2026-11-30,Chevrolet,GROUP${serial},Tahoe,${amount % 50}`,
    content:
      'select cycle, cycle_start, cycle_end, make, allocation_group, models, units from allocation order by 5',
  },
  market: {
    header: 'Store,Period,Region,Segment,Make,Model,Units,Average Price',
    line: (serial, amount) => `HARBOR,2026-09,Lakes,SUV,Chevrolet,Model ${serial},${amount},52000`,
    content:
      'select period, region, segment, make, model, units, average_price_cents from market_fact order by 5',
  },
  feedback: {
    header:
      'Store,Plan Reference,Ordered On,Make,Model,Model Year,Quantity Recommended,Decision,Units Sold,Gross,Reason',
    line: (serial, amount) =>
      `HARBOR,P-${serial},2026-06-03,Chevrolet,Tahoe,2026,4,accepted,${serial % 4},${amount},too many here`,
    content: `select f.reference, f.recommended_on, b.model, f.decision, f.units_sold, f.gross_cents, f.reason
      from feedback f join build b on b.id = f.build_id order by 1`,
  },
};

const AS_OF = { asOf: '2026-10-20' };
const HOOKS = { signal: new AbortController().signal, onProgress: () => undefined };

let harness: ImportHarness;
let files = 0;
beforeAll(async () => {
  harness = await openImportHarness();
});
afterAll(() => harness.dispose());

describe.each(Object.keys(KINDS))('a file of %s', (name) => {
  const { header, line, content } = KINDS[name] as Kind;
  beforeEach(() => harness.clear());

  const put = (serials: readonly number[], amount: number) =>
    harness.write(
      `kind${files++}.csv`,
      `${[header, ...serials.map((serial) => line(serial, amount + serial))].join('\n')}\n`,
    );

  it('changes nothing when it comes again, and beside another may come first or last', async () => {
    const serials = (from: number) =>
      fc.uniqueArray(fc.integer({ min: from, max: from + 19 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(serials(1), serials(21), async (ofOne, ofOther) => {
        const [one, other] = [put(ofOne, 100), put(ofOther, 200)];
        const contents = [];
        for (const order of [
          [one, other],
          [other, one],
        ]) {
          await harness.clear();
          for (const file of order) {
            expect((await harness.loadOne(file, AS_OF)).kind).toBe(name);
            const before = await harness.digest();
            const again = await harness.loadOne(file, AS_OF);
            expect(again.rows.unchanged).toBe(again.rows.read);
            expect(await harness.digest()).toEqual(before);
          }
          contents.push(await harness.rows(content));
        }
        expect(contents[0]).toHaveLength(ofOne.length + ofOther.length);
        expect(contents[1]).toEqual(contents[0]);
      }),
      { numRuns: 2 },
    );
  });

  it('leaves no trace when any statement fails, and goes with an undo', async () => {
    await harness.loadOne(put([1, 2, 3], 100), AS_OF);
    const next = put([2, 3, 4], 300);
    const state = async () => ({
      digest: await harness.digest(),
      others: await harness.rows(
        `select (select jsonb_agg(jsonb_build_array(id, undone_at) order by id) from import_batch) as batches,
          (select count(*) from import_journal) as journal, (select count(*) from build) as builds`,
      ),
    });
    const before = await state();
    const options = importOptionsSchema.parse({ asOf: '2026-10-21' });
    for (let at = 1; ; at++) {
      const { database, count } = failingDatabase(harness.context.database, at);
      if (!(await failsThere(importFiles({ ...harness.context, database }, [next], options, HOOKS)))) {
        expect(count()).toBeGreaterThan(20);
        break;
      }
      expect(await state(), `statement ${at}`).toEqual(before);
    }
    expect(await harness.rows(content)).toHaveLength(4);
    const [last] = await harness.rows<{ id: string }>('select max(id)::text as id from import_batch');
    await undoBatch(harness.context, last?.id ?? '');
    expect(await harness.digest()).toEqual(before.digest);
  });
});

describe('the reason in a file of outcomes', () => {
  it('is stored sealed and read in clear', async () => {
    await harness.clear();
    const { header, line } = KINDS.feedback as Kind;
    await harness.loadOne(harness.write('outcomes.csv', `${header}\n${line(1, 900)}\n`));
    expect(await harness.rows(`select reason, reason like '%too many%' as is_clear from feedback`)).toEqual([
      { reason: 'too many here', isClear: false },
    ]);
  });
});
