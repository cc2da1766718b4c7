import { describe, expect, it } from 'vitest';
import { BinaryRows } from './binary-rows';
import { hashInto, hashText } from './row-hash';

/** "PGCOPY" and its mark, no flags, no extension. */
const HEAD = [0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const END = [0xff, 0xff];

describe('BinaryRows', () => {
  it('writes each value as Postgres sends it', () => {
    const rows = new BinaryRows();
    rows.open(8);
    rows.int8(2 ** 33 + 5);
    rows.int8(-2);
    rows.value('int', -1);
    rows.value('date', '2000-02-01');
    rows.value('date', '1999-12-31');
    rows.value('boolean', true);
    rows.value('bigint', null);
    rows.text('Aé\0');
    expect(rows.count).toBe(1);
    const bytes = [...rows.take()];
    expect(bytes).toEqual([
      ...HEAD,
      ...[0, 8],
      // 2^33 + 5 is 2 * 2^32 + 5.
      ...[0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 0, 5],
      ...[0, 0, 0, 8, 255, 255, 255, 255, 255, 255, 255, 254],
      ...[0, 0, 0, 4, 255, 255, 255, 255],
      // The 31st day after 2000-01-01, and the one before it.
      ...[0, 0, 0, 4, 0, 0, 0, 31],
      ...[0, 0, 0, 4, 255, 255, 255, 255],
      ...[0, 0, 0, 1, 1],
      ...[255, 255, 255, 255],
      // é takes two bytes of UTF-8; NUL is left out.
      ...[0, 0, 0, 3, 0x41, 0xc3, 0xa9],
      ...END,
    ]);
    expect(rows.count).toBe(0);
    expect(rows.take()).toHaveLength(0);
  });

  it('writes lists as JSON does, whatever is in them', () => {
    for (const texts of [[], ['a', ''], ['6" lift', 'b\\c'], ['tab\t', 'é', '\u2028'], ['\ud800']]) {
      const rows = new BinaryRows();
      rows.open(1);
      rows.jsonTexts(texts);
      const written = Buffer.from(rows.take()).subarray(HEAD.length + 6, -END.length);
      expect(written.toString()).toBe(JSON.stringify(texts));
    }
  });

  it('writes a hash as its text', () => {
    const hash = new Int32Array(4);
    hashInto(hash, 'a deal');
    const rows = new BinaryRows();
    rows.open(1);
    rows.hash(hash);
    const written = Buffer.from(rows.take()).subarray(HEAD.length + 6, -END.length);
    expect(written.toString()).toBe(hashText(hash));
  });

  it('grows with what it is given, without losing a byte', () => {
    const rows = new BinaryRows();
    const long = 'x'.repeat(70_000);
    for (let row = 0; row < 3; row++) {
      rows.open(3);
      rows.text(long);
      rows.int4(7);
      rows.text('é');
    }
    const bytes = Buffer.from(rows.take());
    // Per row: the number of values, a long text, a number and two bytes, each after its length.
    expect(bytes).toHaveLength(HEAD.length + 3 * (2 + 4 + 70_000 + 4 + 4 + 4 + 2) + END.length);
    expect([...bytes.subarray(-12)]).toEqual([0, 0, 0, 7, 0, 0, 0, 2, 0xc3, 0xa9, ...END]);
  });
});
