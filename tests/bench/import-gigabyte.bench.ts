/**
 * A file of a gigabyte (20 MB without `npm run prove`) is streamed: what the engine's memory is at its peak. The file is made
 * of one store's deals over and over, each time under other numbers, in a folder that is removed.
 */
import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeSample } from '@engine/sample/write-sample';
import { vinCheckDigit } from '@shared/domain/vin';
import { describe, it } from 'vitest';
import { importInProcess } from '../helpers/import-in-process';
import { inFolder } from '../helpers/in-folder';
import { isFullSize, recordFigure } from '../helpers/record-figure';

const BYTES = isFullSize ? 1_000_000_000 : 20_000_000;
const ROWS_OF_ONE_COPY = isFullSize ? 100_000 : 10_000;
const MOST_MEGABYTES = 1200;

describe('import', () => {
  it(`${BYTES / 1e6} MB in one file`, () =>
    inFolder(async (folder) => {
      await writeSample({ outDir: folder, salesRows: ROWS_OF_ONE_COPY });
      const file = path.join(folder, 'large.txt');
      await pipeline(Readable.from(copies(path.join(folder, 'sales.txt'))), createWriteStream(file));
      const cost = await importInProcess(file, path.join(folder, 'data'));
      const named = `one file of ${BYTES / 1e6} MB, 54 columns`;
      recordFigure({ area: 'import', name: `first load, ${named}`, value: cost.seconds, unit: 's' });
      recordFigure({
        area: 'import',
        name: `engine's peak memory, ${named}`,
        value: cost.megabytes,
        unit: 'MB',
        most: MOST_MEGABYTES,
      });
    }));
});

/** The deals again and again, each time of other deal numbers, vehicles and stock numbers. */
function* copies(file: string): Generator<string> {
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = header.split('\t');
  const [deal = 0, vin = 0, stock = 0] = ['Deal Number', 'VIN', 'Stock Number'].map((name) =>
    names.indexOf(name),
  );
  yield `${header}\n`;
  for (let copy = 0, written = 0; written < BYTES; copy++) {
    const mark = copy.toString(36).toUpperCase().padStart(2, '0').replace(/[IOQ]/g, 'Z');
    for (let at = 0; at < rows.length && written < BYTES; at += 1000) {
      const lines = rows.slice(at, at + 1000).map((row) => {
        const cells = row.split('\t');
        cells[deal] = `${mark}${cells[deal]}`;
        cells[stock] = `${mark}${cells[stock]}`;
        const number = cells[vin] ?? '';
        const other = `${number.slice(0, 11)}${mark}${number.slice(13)}`;
        cells[vin] = `${other.slice(0, 8)}${vinCheckDigit(other)}${other.slice(9)}`;
        return `${cells.join('\t')}\n`;
      });
      const text = lines.join('');
      written += text.length;
      yield text;
    }
  }
}
