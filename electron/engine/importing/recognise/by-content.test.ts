import { describe, expect, it } from 'vitest';
import { guessByContent } from './by-content';

const VINS = ['2HGFE2F53SH100104', '1HGCV1F44NA000102', '4T1G11AK0MU100501'];

/** Asks about columns of which `known` are settled; -1 is a field that the kind does not have. */
function guess(columns: Record<string, string[]>, known: Record<string, number> = {}) {
  const found = guessByContent({
    columns: Object.entries(columns).map(([header, values]) => ({ header, values })),
    isFree: (column) => !Object.values(known).includes(column),
    columnOf: (field) => known[field],
  });
  return found && { [found.field]: Object.keys(columns)[found.column] };
}

/** Fields of stock that these questions are not about. */
const STOCK = { contractOn: -1, accountingOn: -1, deliveredOn: -1 };

describe('what a column holds', () => {
  it('is a VIN by its check digit, not by its length', () => {
    expect(guess({ a: ['x', 'y', 'z'], b: VINS })).toEqual({ vin: 'b' });
    expect(
      guess({ b: VINS.map((vin) => `${vin.slice(0, 8)}${vin[8] === '1' ? '2' : '1'}${vin.slice(9)}`) }),
    ).toBeUndefined();
  });

  it('is a model year where it agrees with the VIN beside it', () => {
    expect(guess({ b: VINS, y: ['25', '22', '21'] }, { vin: 0 })).toEqual({ year: 'y' });
    expect(guess({ b: VINS, y: ['20', '20', '20'] }, { vin: 0 })).toBeUndefined();
  });

  it('is a condition when both occur or one is spelled out', () => {
    const known = { vin: 0, year: 0, stockNumber: 0, ...STOCK };
    expect(guess({ b: VINS, c: ['N', 'U', 'N'] }, known)).toEqual({ condition: 'c' });
    expect(guess({ b: VINS, c: ['N', 'N', 'N'] }, known)).toBeUndefined();
  });

  it('is in-date and age when both add up to one day', () => {
    const days = ['10/1/2026', '10/11/2026', '9/21/2026'];
    const known = { vin: 0, year: 0, stockNumber: 0, condition: 0, ...STOCK };
    expect(guess({ b: VINS, d: days, a: ['30', '20', '40'] }, known)).toEqual({ receivedOn: 'd' });
  });

  it('is the day of a sale only beside what deals alone have, else the day of arrival', () => {
    const dated = { b: VINS, d: ['10/1/2026', '10/11/2026', '9/21/2026'] };
    const settled = { vin: 0, year: 0, stockNumber: 0, condition: 0 };
    const ofDeals = { ...settled, receivedOn: -1, ageDays: -1 };
    expect(guess(dated, { ...ofDeals, dealNumber: 0 })).toEqual({ contractOn: 'd' });
    expect(guess(dated, ofDeals)).toBeUndefined();
    expect(guess(dated, { ...settled, ...STOCK })).toEqual({ receivedOn: 'd' });
    expect(guess({ b: VINS, 'Last Reprice': dated.d }, { ...settled, ...STOCK })).toBeUndefined();
  });
});
