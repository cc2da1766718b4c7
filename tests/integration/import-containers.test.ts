/** Exports in unusual containers; the expected values are read off the fixtures by eye. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BookType, utils, write } from '@e965/xlsx';
import { UnpackedFiles } from '@engine/importing/unpack/unpacked-files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureRows, readFixture, readPath } from '../fixtures/importing/read-fixture';
import { writeZip } from '../fixtures/importing/write-zip';

const A = '1HGCM82633A004352';
const B = '1M8GDM9AXKP042788';

const FILES: [string, string, string, object[], string[]][] = [
  [
    'adp-terminal-list.txt',
    'spool',
    'inventory',
    [
      {
        vin: A,
        stockNumber: 'U1001',
        condition: 'used',
        receivedOn: '2025-10-01',
        odometerMiles: 112_450,
        ageDays: 30,
        build: { make: 'Honda', model: 'Accord', trim: 'EX-L', modelYear: 2003, exteriorColor: 'Silver' },
      },
      {
        vin: B,
        stockNumber: 'N2002',
        condition: 'new',
        build: { make: 'Chevrolet', model: 'Silverado 1500', exteriorColor: 'Summit White' },
      },
      { stockNumber: 'U1003', build: { make: 'Toyota', model: 'Camry', trim: 'LE' } },
    ],
    ['footer', 'repeated header', 'footer'],
  ],
  [
    'ruled-report.prn',
    'spool',
    'inventory',
    [
      { stockNumber: 'U1001', vin: A, priceCents: 899_500, condition: 'used' },
      {
        stockNumber: 'N2002',
        vin: B,
        priceCents: 9_240_000,
        build: { make: 'Land Rover', model: 'Range Rover Sport' },
      },
    ],
    ['total'],
  ],
  [
    'feed-without-header.tab',
    'delimited',
    'inventory',
    [
      {
        storeCode: 'D77',
        stockNumber: 'U1001',
        vin: A,
        odometerMiles: 112_450,
        priceCents: 899_500,
        msrpCents: null,
        build: { make: 'Honda', model: 'Accord', trim: 'EX-L', body: 'Sedan', exteriorColor: 'Silver' },
      },
      {
        msrpCents: 3_350_000,
        priceCents: 3_299_000,
        build: { make: 'Chevrolet', interiorColor: 'Jet Black' },
      },
    ],
    [],
  ],
  [
    'feed-other-order.csv',
    'delimited',
    'inventory',
    [
      { vin: A, stockNumber: 'U1001', build: { make: 'Honda', model: 'Accord', modelYear: 2003 } },
      { vin: B, stockNumber: 'N2002', build: { make: 'Chevrolet', model: 'Equinox', modelYear: 2025 } },
    ],
    [],
  ],
  [
    'deals-as-html.xls',
    'html',
    'sales',
    [
      {
        dealNumber: '001',
        stockNumber: '007E5',
        condition: 'used',
        soldOn: '2025-10-04',
        frontGrossCents: 124_000,
        build: { make: 'Honda', model: 'Civic', trim: 'EX', modelYear: 2021 },
      },
      {
        dealNumber: '002',
        stockNumber: '1,2,4',
        soldOn: '2025-10-16',
        frontGrossCents: -32_050,
        build: { make: 'Land Rover', model: 'Discovery' },
      },
    ],
    ['total'],
  ],
  [
    'workbook-as-xml.xls',
    'xml',
    'inventory',
    [
      {
        stockNumber: '00123',
        vin: A,
        receivedOn: '2025-10-01',
        priceCents: null,
        build: { model: 'Accord' },
      },
    ],
    [],
  ],
];

const STOCK = `VIN,Stock #,New/Used,Make,Model,Price\n${A},A1,U,Honda,Accord,20000\n`;

describe('containers', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'doso-containers-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const put = (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const summary = ({ open, rejected, ignored }: FixtureRows) => ({
    format: open.format,
    kind: open.table.kind,
    rejected,
    ignored,
  });

  it.each(FILES)('reads %s', async (file, format, kind, rows, ignored) => {
    const read = await readFixture(`containers/${file}`);
    expect(summary(read)).toEqual({ format, kind, rejected: 0, ignored });
    expect(read.rows).toMatchObject(rows);
    expect(read.rows).toHaveLength(rows.length);
  });

  it.each(['biff8', 'biff5', 'biff2'] satisfies BookType[])('reads a true %s workbook', async (bookType) => {
    const sheet = utils.aoa_to_sheet([
      ['Stock #', 'VIN', 'New/Used', 'Make', 'Model', 'Price', 'Inventory Date'],
      ['00123', A, 'U', 'Honda', 'Accord', 20_000.5, { t: 'n', v: 45_931, z: 'm/d/yyyy' }],
      [4_940_000_012_345, B, 'N', 'Chevrolet', 'Equinox', 32_990, { t: 'n', v: 45_915, z: 'm/d/yyyy' }],
    ]);
    const book = { SheetNames: ['Stock'], Sheets: { Stock: sheet } };
    const file = put(`${bookType}.xls`, write(book, { type: 'buffer', bookType }) as Buffer);
    const read = await readPath(file);
    expect(summary(read)).toEqual({ format: 'xls', kind: 'inventory', rejected: 0, ignored: [] });
    // 45931 days after 1899-12-30 is 2025-10-01, 45915 is sixteen days before.
    expect(read.rows).toMatchObject([
      { stockNumber: '00123', vin: A, priceCents: 2_000_050, receivedOn: '2025-10-01' },
      { stockNumber: '4940000012345', vin: B, receivedOn: '2025-09-15' },
    ]);
  });

  it('unpacks an archive that was packed once more', async () => {
    const unpacked = new UnpackedFiles();
    const sources = await unpacked.sourcesOf(
      put('night.zip.gz', gzipSync(writeZip([{ name: 'stock.csv', content: STOCK }]))),
    );
    expect(sources.map((source) => ('facts' in source ? source.facts.name : 'refused'))).toEqual([
      'stock.csv in night.zip',
    ]);
    await unpacked.remove();
  });

  it('unpacks gzip and reads all members of an archive', async () => {
    const unpacked = new UnpackedFiles();
    const zipped = await unpacked.sourcesOf(
      put(
        'overnight.zip',
        writeZip([
          { name: 'out/stock.csv', content: STOCK },
          { name: '__MACOSX/._stock.csv', content: 'x' },
          { name: 'out/more.csv', content: STOCK.replace('A1', 'A2') },
        ]),
      ),
    );
    const [gzipped] = await unpacked.sourcesOf(put('stock.csv.gz', gzipSync(STOCK)));
    const facts = [...zipped, gzipped].map((source) => (source && 'facts' in source ? source.facts : null));
    expect(facts.map((one) => one?.name)).toEqual([
      'stock.csv in overnight.zip',
      'more.csv in overnight.zip',
      'stock.csv',
    ]);
    expect(facts[0]?.hash).toBe(facts[2]?.hash);
    expect(facts[0]?.sourcePath).toBe(path.join(folder, 'overnight.zip'));
    const inner = path.dirname(facts[0]?.path ?? '');
    expect(readdirSync(inner)).toHaveLength(3);
    await unpacked.remove();
    expect(() => readdirSync(inner)).toThrow('ENOENT');
  });

  const many = Buffer.alloc(40_000_000, 'a,b,c\n');
  it.each<[string, () => Uint8Array, string]>([
    ['climbing.zip', () => writeZip([{ name: '../../etc/stock.csv', content: STOCK }]), 'UNSAFE_ARCHIVE'],
    ['rooted.zip', () => writeZip([{ name: '/etc/stock.csv', content: STOCK }]), 'UNSAFE_ARCHIVE'],
    ['drive.zip', () => writeZip([{ name: 'C:\\stock.csv', content: STOCK }]), 'UNSAFE_ARCHIVE'],
    ['bomb.zip', () => writeZip([{ name: 'stock.csv', content: many }]), 'TOO_LARGE'],
    ['bomb.csv.gz', () => gzipSync(many), 'TOO_LARGE'],
    ['locked.zip', () => writeZip([{ name: 'stock.csv', content: STOCK, flags: 1 }]), 'PASSWORD'],
    ['empty.zip', () => writeZip([{ name: 'folder/', content: '' }]), 'NO_ROWS'],
    ['cut.csv.gz', () => gzipSync(STOCK).subarray(0, 40), 'DAMAGED_FILE'],
    ['twice.csv.gz', () => gzipSync(gzipSync(STOCK)), 'NESTED_ARCHIVE'],
  ])('refuses %s', async (name, content, code) => {
    const unpacked = new UnpackedFiles();
    await expect(unpacked.sourcesOf(put(name, content()))).rejects.toMatchObject({
      code,
      nextStep: expect.any(String),
    });
    await unpacked.remove();
  });
});
