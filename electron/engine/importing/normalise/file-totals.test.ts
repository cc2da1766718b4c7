import { describe, expect, it } from 'vitest';
import { salesKind } from '../recognise/fields/sales';
import { typeColumns } from './column-typing';
import { FileTotals } from './file-totals';

/** Columns: label, front gross. */
const { columns } = typeColumns(
  [
    { index: 0, source: 'Deal', target: 'dealNumber', confidence: 1, isPersonal: false },
    { index: 1, source: 'Front', target: 'frontGross', confidence: 1, isPersonal: false },
  ],
  salesKind.fields,
  () => ['1,250.00'],
  { today: '2026-11-01', timeZone: 'America/New_York' },
);

/** Each line: what became of it, its label, its money. */
type Line = ['accepted' | 'rejected' | 'total' | 'footer' | 'quote', string, string];
function totalsOf(lines: readonly Line[]) {
  const totals = new FileTotals(columns);
  for (const [index, [fate, ...cells]] of lines.entries()) {
    const isRecord = fate === 'accepted' || fate === 'rejected';
    totals.add({ line: index + 2, cells }, isRecord ? { type: fate } : { type: 'ignored', reason: fate });
  }
  return totals.result();
}

describe('the totals of a file', () => {
  it('are its records, rejected ones and quotes among them, beside what the file says', () => {
    // 1,250.00 + 300.00 - 50.50 + 100.00 = 1,599.50
    const {
      columns: found,
      totalsLine,
      problems,
    } = totalsOf([
      ['accepted', '1', '1,250.00'],
      ['rejected', '2', '300.00'],
      ['accepted', '3', '(50.50)'],
      ['quote', '4', '100.00'],
      ['total', 'Grand Total', '1,599.50'],
    ]);
    expect(found).toEqual([
      {
        column: 'Front',
        target: 'frontGross',
        totalCents: 159_950,
        rejectedCents: 30_000,
        statedCents: 159_950,
        isAgreed: true,
      },
    ]);
    expect(totalsLine).toBe(6);
    expect(problems).toEqual([]);
  });

  it('agree with sections that add up, and not with a page total or an average among them', () => {
    const { columns: found } = totalsOf([
      ['accepted', '1', '100.00'],
      ['total', 'Page total', '100.00'],
      ['total', 'Total new', '100.00'],
      ['accepted', '2', '40.00'],
      ['total', 'Total used', '40.00'],
      ['total', 'Averages', '70.00'],
    ]);
    expect(found[0]).toMatchObject({ totalCents: 14_000, statedCents: 14_000, isAgreed: true });
  });

  it('take a whole-dollar total as rounded, and say by how much another one differs', () => {
    expect(
      totalsOf([
        ['accepted', '1', '100.40'],
        ['total', 'Total', '100'],
      ]).columns[0]?.isAgreed,
    ).toBe(true);
    const { problems } = totalsOf([
      ['accepted', '1', '100.00'],
      ['total', 'Total', '350.00'],
    ]);
    expect(problems).toMatchObject([{ code: 'TOTAL_DIFFERS', line: 3, value: '$350.00' }]);
    expect(problems[0]?.message).toContain('$250.00 less');
  });

  it('count records against the number the file states', () => {
    const lines: Line[] = [
      ['accepted', '1', '1'],
      ['accepted', '2', '1'],
      ['footer', '3 DEALS LISTED', ''],
    ];
    expect(totalsOf(lines)).toMatchObject({ statedRows: 3, areRowsAgreed: false });
    expect(totalsOf(lines).problems.map(({ code }) => code)).toEqual(['COUNT_DIFFERS']);
    expect(totalsOf([...lines.slice(0, 2), ['footer', '2 DEALS LISTED', '']]).areRowsAgreed).toBe(true);
  });
});
