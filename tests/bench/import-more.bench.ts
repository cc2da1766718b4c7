/**
 * Further large files, onto a database that holds much already: deals that go on from a million loaded ones, half of them
 * known and half new; a large stock and its list of the next day; a large order bank and the same with statuses moved on.
 * Seconds by the clock and by the processor are reported; memory has the bound of all imports. A twentieth of the rows
 * without `npm run prove`.
 */
import { appendFileSync, createReadStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { writeSample } from '@engine/sample/write-sample';
import { vinCheckDigit } from '@shared/domain/vin';
import { describe, it } from 'vitest';
import { importInProcess } from '../helpers/import-in-process';
import { inFolder } from '../helpers/in-folder';
import { isFullSize, recordFigure } from '../helpers/record-figure';

const SCALE = isFullSize ? 1 : 0.05;
const LOADED_DEALS = 950_000 * SCALE;
const MORE_DEALS = 50_000 * SCALE;
const UNITS = 20_000 * SCALE;
const ORDERS = 20_000 * SCALE;
const MOST_MEGABYTES = 1200;
/** Of a stock or an order bank, the share that changes from one day to the next. */
const DAILY_SHARE = 0.03;

describe('import onto what is there', () => {
  it(`${MORE_DEALS} new deals after ${LOADED_DEALS}`, () =>
    inFolder(async (folder) => {
      await writeSample({ outDir: folder, salesRows: LOADED_DEALS + MORE_DEALS });
      const [loaded, more] = ['loaded.txt', 'more.txt'].map((name) => path.join(folder, name));
      await splitSales(path.join(folder, 'sales.txt'), loaded ?? '', more ?? '');
      const data = path.join(folder, 'data');
      await importInProcess(loaded ?? '', data);
      await measure(
        more ?? '',
        data,
        `${count(2 * MORE_DEALS)} deals, half new, after ${count(LOADED_DEALS)}`,
      );
    }));

  it(`a stock of ${UNITS} units and its next day`, () =>
    inFolder(async (folder) => {
      const data = path.join(folder, 'data');
      for (const [day, when] of ['first list', 'next day'].entries()) {
        const file = path.join(folder, `stock-2026-10-${30 + day}.csv`);
        writeFileSync(file, stockList(day));
        await measure(file, data, `stock of ${count(UNITS)} units, ${when}`, [
          '--full',
          '--as-of',
          `2026-10-${30 + day}`,
        ]);
      }
    }));

  it(`an order bank of ${ORDERS} and its next day`, () =>
    inFolder(async (folder) => {
      const data = path.join(folder, 'data');
      for (const [day, when] of ['first list', 'next day'].entries()) {
        const file = path.join(folder, `orders-2026-10-${30 + day}.csv`);
        writeFileSync(file, orderBank(day));
        await measure(file, data, `order bank of ${count(ORDERS)}, ${when}`, [
          '--as-of',
          `2026-10-${30 + day}`,
        ]);
      }
    }));
});

async function measure(
  file: string,
  data: string,
  name: string,
  options: readonly string[] = [],
): Promise<void> {
  const { seconds, processorSeconds, megabytes } = await importInProcess(file, data, options);
  recordFigure({ area: 'import', name, value: seconds, unit: 's' });
  recordFigure({ area: 'import', name: `${name}, processor time`, value: processorSeconds, unit: 's' });
  recordFigure({
    area: 'import',
    name: `engine's peak memory, ${name}`,
    value: megabytes,
    unit: 'MB',
    most: MOST_MEGABYTES,
  });
}

/** The deals are in the order of their days: all but the last go into one file, the last known and the new into another. */
async function splitSales(sales: string, loaded: string, more: string): Promise<void> {
  const pieces = new Map([
    [loaded, [] as string[]],
    [more, [] as string[]],
  ]);
  const put = (file: string, line: string) => {
    const lines = pieces.get(file) ?? [];
    lines.push(line);
    if (lines.length >= 10_000) appendFileSync(file, `${lines.splice(0).join('\n')}\n`);
  };
  let at = -1;
  for await (const line of createInterface({ input: createReadStream(sales) })) {
    const isHeader = at < 0;
    if (isHeader || at < LOADED_DEALS) put(loaded, line);
    if (isHeader || at >= LOADED_DEALS - MORE_DEALS) put(more, line);
    at += 1;
  }
  for (const [file, lines] of pieces) appendFileSync(file, `${lines.join('\n')}\n`);
}

const MODELS = [
  'Chevrolet,Tahoe,LT',
  'Chevrolet,Traverse,RS',
  'Honda,Accord,EX-L',
  'Toyota,Camry,SE',
  'Ford,F-150,XLT',
] as const;

/** On the next day the oldest have left, as many have come, and some prices are lower. */
function stockList(day: number): string {
  const first = day * Math.round(UNITS * DAILY_SHARE);
  const lines = ['Stock #,VIN,New/Used,Year,Make,Model,Trim,Mileage,Inventory Date,Unit Cost,Price,MSRP'];
  for (let unit = first; unit < first + UNITS; unit++) {
    const price = 30_000 + (unit % 400) * 50 - (day === 1 && unit % 20 === 0 ? 500 : 0);
    const received = new Date(Date.UTC(2026, 3, 1) + Math.floor((unit / UNITS) * 200) * 86_400_000);
    lines.push(
      `S${unit},${serialVin(unit)},${unit % 3 === 0 ? 'N' : 'U'},${2022 + (unit % 4)},${MODELS[unit % MODELS.length]},${unit % 3 === 0 ? 12 : 20_000 + unit},${received.toISOString().slice(0, 10)},${price - 2_500},${price},${price + 1_800}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function serialVin(unit: number): string {
  const vin = `1GNSKRED0NR${String(unit).padStart(6, '0')}`;
  return `${vin.slice(0, 8)}${vinCheckDigit(vin)}${vin.slice(9)}`;
}

const STATUSES = ['2000', '2500', '3000', '3300', '3800', '4200', '5000'] as const;

function orderBank(day: number): string {
  const lines = ['Store,Order Number,Status,Year,Make,Model,Trim,Order Date,Estimated Delivery,MSRP'];
  for (let order = 0; order < ORDERS; order++) {
    const isMoved = day === 1 && order % 10 === 0;
    const status = STATUSES[(order + (isMoved ? 1 : 0)) % STATUSES.length];
    lines.push(
      `HARBOR,ORD${order},${status},2027,${MODELS[order % 2]},2026-09-${String(1 + (order % 28)).padStart(2, '0')},2027-01-15,${50_000 + order}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function count(rows: number): string {
  return rows.toLocaleString('en-US');
}
