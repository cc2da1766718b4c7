/**
 * Files damaged on purpose: exports of every format and container, cut, flipped, shuffled, filled up, and archives that
 * mean harm. The same seed makes the same cases.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BookType, utils, write } from '@e965/xlsx';
import { FileRefused } from '@engine/importing/file-refused';
import { UnpackedFiles } from '@engine/importing/unpack/unpacked-files';
import fc from 'fast-check';
import { readFacts } from '../fixtures/importing/read-fixture';
import { writeZip } from '../fixtures/importing/write-zip';

const folderOf = (name: string) => path.resolve('tests/fixtures/importing', name);
const filesIn = (folder: string) =>
  readdirSync(folder).map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));

const STOCK = readFileSync(path.join(folderOf('variants'), 'dealertrack.csv'));

function workbook(bookType: BookType): Buffer {
  const rows = STOCK.toString()
    .split('\n')
    .map((line) => line.split(','));
  const sheet = utils.aoa_to_sheet(rows);
  return write({ SheetNames: ['Deals'], Sheets: { Deals: sheet } }, { type: 'buffer', bookType }) as Buffer;
}

const SOURCES = [
  ...filesIn(folderOf('variants')),
  ...filesIn(folderOf('containers')),
  ...filesIn(folderOf('exports')).filter(({ name }) => !name.endsWith('.json') || name.startsWith('s02')),
  { name: 'deals.xlsx', bytes: workbook('xlsx') },
  { name: 'deals8.xls', bytes: workbook('biff8') },
  { name: 'deals5.xls', bytes: workbook('biff5') },
  { name: 'deals.csv.gz', bytes: gzipSync(STOCK) },
  { name: 'deals.zip', bytes: writeZip([{ name: 'deals.csv', content: STOCK }]) },
  { name: 'climbing.zip', bytes: writeZip([{ name: '../../etc/stock.csv', content: STOCK }]) },
  { name: 'rooted.zip', bytes: writeZip([{ name: '/etc/stock.csv', content: STOCK }]) },
  {
    name: 'bomb.zip',
    bytes: writeZip([{ name: 'stock.csv', content: Buffer.alloc(40_000_000, 'a,b,c\n') }]),
  },
  { name: 'bomb.csv.gz', bytes: gzipSync(Buffer.alloc(40_000_000, 'a,b,c\n')) },
  { name: 'twice.csv.gz', bytes: gzipSync(gzipSync(STOCK)) },
  { name: 'market.parquet', bytes: readFileSync('sample-data/market.parquet') },
  { name: 'allocation.json', bytes: readFileSync('sample-data/allocation.json') },
];

type Mutation = (bytes: Buffer, at: number, seed: number) => Buffer;

const insert = (bytes: Buffer, at: number, more: string | Buffer) => {
  const place = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(more), bytes.subarray(place)]);
};

const MUTATIONS: Record<string, Mutation> = {
  truncated: (bytes, at) => bytes.subarray(0, Math.floor(at * bytes.length)),
  'start missing': (bytes, at) => bytes.subarray(Math.floor(at * bytes.length)),
  'bytes flipped': (bytes, at, seed) => {
    const copy = Buffer.from(bytes);
    for (let flip = 0; flip < 1 + (seed % 24); flip++) {
      const place = Math.floor(((at + flip * 0.618034) % 1) * copy.length);
      copy[place] = (copy[place] ?? 0) ^ (1 << ((seed + flip) % 8));
    }
    return copy;
  },
  'zeros in between': (bytes, at, seed) => insert(bytes, at, Buffer.alloc(1 + (seed % 600))),
  'columns shuffled': (bytes, _at, seed) =>
    Buffer.from(
      bytes
        .toString('latin1')
        .split('\n')
        .map((line) => {
          const cells = line.split(',');
          return [...cells.slice(seed % 5), ...cells.slice(0, seed % 5)].join(',');
        })
        .join('\n'),
      'latin1',
    ),
  'a huge cell': (bytes, at) => insert(bytes, at, 'x'.repeat(1_500_000)),
  'an open quote': (bytes, at) => insert(bytes, at, ',"'),
  'thousands of columns': (bytes, at) => insert(bytes, at, ',VIN'.repeat(5_000)),
  'formula text': (bytes, at) => insert(bytes, at, ",=cmd|' /C calc'!A0,@SUM(1+1),+1-1\n"),
  'open tags': (bytes, at) => insert(bytes, at, '<a '.repeat(3_000)),
  'lone surrogates and marks': (bytes, at) => insert(bytes, at, Buffer.from('eda080fffeefbbbf00', 'hex')),
  'sizes that lie': (bytes, at, seed) => {
    const copy = Buffer.from(bytes);
    const place = Math.floor(at * Math.max(1, copy.length - 4));
    if (copy.length > 4) copy.writeUInt32LE((seed * 2_654_435_761) >>> 0, place);
    return copy;
  },
};

export type DamagedFile = { source: number; mutation: string; at: number; seed: number };

const mutated: fc.Arbitrary<DamagedFile> = fc.record({
  source: fc.nat({ max: SOURCES.length - 1 }),
  mutation: fc.constantFrom(...Object.keys(MUTATIONS)),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  seed: fc.nat({ max: 1_000_000 }),
});

export type Outcome = { refusal: FileRefused | null; unexpected: unknown };

export async function readDamaged(file: string): Promise<Outcome> {
  const unpacked = new UnpackedFiles();
  try {
    for (const source of await unpacked.sourcesOf(file)) {
      if ('refusal' in source) throw source.refusal;
      await readFacts(source.facts);
    }
    return { refusal: null, unexpected: null };
  } catch (error) {
    return error instanceof FileRefused
      ? { refusal: error, unexpected: null }
      : { refusal: null, unexpected: error };
  } finally {
    await unpacked.remove();
  }
}

export function damagedFiles(count: number, seed: number): DamagedFile[] {
  return fc.sample(mutated, { numRuns: count, seed });
}

export function nameOf({ source }: DamagedFile): string {
  return SOURCES[source]?.name ?? '';
}

/** Writes the file into `folder` and returns its path. */
export function writeDamaged(folder: string, { source, mutation, at, seed }: DamagedFile): string {
  const original = SOURCES[source];
  const bytes = MUTATIONS[mutation]?.(original?.bytes ?? Buffer.alloc(0), at, seed) ?? Buffer.alloc(0);
  const file = path.join(folder, original?.name ?? 'file');
  writeFileSync(file, bytes);
  return file;
}
