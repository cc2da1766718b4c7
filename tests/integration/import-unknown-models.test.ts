/** Files that give a VIN but no model: whichever comes first, the stock list or the deals, fills in the other's model. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ImportHarness, openImportHarness } from '../fixtures/importing/import-harness';

const DEALS = 'Deal #,VIN,Stock #,Contract Date,Front Gross\n1,1HGCV1F44NA000102,U1042A,10/13/2025,1900\n';
const STOCK =
  'Stock #,VIN,Year,Make,Model,Trim,N/U,Inventory Date\nU1042A,1HGCV1F44NA000102,2022,Honda,Accord,EX-L,U,9/15/2025\n';
const VALUES =
  'vin,stockNumber,status,daysInInventory,purchaseValueCents\n1HGCV1F44NA000102,U1042A,hold,30,2110050\n';

let harness: ImportHarness;

beforeAll(async () => {
  harness = await openImportHarness();
});
afterAll(() => harness.dispose());
beforeEach(() => harness.clear());

const soldModels = () =>
  harness.rows<{ model: string }>('select b.model from sale s join build b on b.id = s.build_id');

describe('models that a file does not state', () => {
  it('are those of the stock list that is there already', async () => {
    await harness.loadOne(harness.write('stock.csv', STOCK), { asOf: '2025-10-15' });
    const batch = await harness.loadOne(harness.write('deals.csv', DEALS), { asOf: '2025-10-31' });
    expect(batch.rows.repaired).toBe(1);
    expect(await soldModels()).toEqual([{ model: 'Accord' }]);
  });

  it('are filled in by a stock list that comes later, and taken back with it', async () => {
    await harness.loadOne(harness.write('deals.csv', DEALS), { asOf: '2025-10-31' });
    expect(await soldModels()).toEqual([{ model: 'Unknown' }]);
    await harness.loadOne(harness.write('stock.csv', STOCK), { asOf: '2025-10-15' });
    expect(await soldModels()).toEqual([{ model: 'Accord' }]);
    const again = await harness.loadOne(harness.write('deals.csv', DEALS), { asOf: '2025-10-31' });
    expect(again.rows.unchanged).toBe(1);
    expect(await soldModels()).toEqual([{ model: 'Accord' }]);
  });

  it('leave the stored build of a stay as it is', async () => {
    await harness.loadOne(harness.write('stock.csv', STOCK), { asOf: '2025-10-15' });
    await harness.loadOne(harness.write('values.csv', VALUES), { asOf: '2025-10-15' });
    const stays = await harness.rows(
      `select b.model, b.trim, e.cost_cents::int as cost, e.status from stock_episode e join build b on b.id = e.build_id`,
    );
    expect(stays).toEqual([{ model: 'Accord', trim: 'EX-L', cost: 2_110_050, status: 'on_hold' }]);
  });

  it('are asked for where a column may hold them', async () => {
    const file = harness.write(
      'unsure.csv',
      `${DEALS.split('\n')[0]},Designation\n1,1HGCV1F44NA000102,U1,10/13/2025,1900,ACRD\n`,
    );
    const report = await harness.load(file);
    expect(report.refused.map(({ code }) => code)).toEqual(['MISSING_COLUMN']);
  });
});
