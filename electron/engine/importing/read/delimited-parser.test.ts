import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawRow } from '../types';
import { DelimitedParser } from './delimited-parser';

function parse(text: string, delimiter = ',', pieceLength = text.length || 1): RawRow[] {
  const parser = new DelimitedParser(delimiter);
  const rows: RawRow[] = [];
  for (let at = 0; at < text.length; at += pieceLength)
    rows.push(...parser.push(text.slice(at, at + pieceLength)));
  return [...rows, ...parser.end()];
}

describe('DelimitedParser', () => {
  it('counts the lines of cells that span several', () => {
    expect(parse('a,b\r\n"1\n2","x ""y"""\r\nlast,3')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1\n2', 'x "y"'] },
      { line: 4, cells: ['last', '3'] },
    ]);
  });

  it('takes a quote inside a cell literally', () => {
    expect(parse('6" lift kit,12"\n')).toEqual([{ line: 1, cells: ['6" lift kit', '12"'] }]);
    expect(parse('"6" lift kit",x\n')).toEqual([{ line: 1, cells: ['6" lift kit', 'x'] }]);
  });

  it('does not let a quote that is never closed swallow the rows below it', () => {
    expect(parse('a,b\n"open,1\nc,2\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['"open', '1'] },
      { line: 3, cells: ['c', '2'] },
    ]);
  });

  it('reads back any table, however the text is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '7', ',', '"', '\n', ' ', ';', 'é'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, pieceLength) => {
        const text = rows
          .map((cells) => cells.map((value) => `"${value.replace(/"/g, '""')}"`).join(','))
          .join('\r\n');
        expect(parse(text, ',', pieceLength).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});
