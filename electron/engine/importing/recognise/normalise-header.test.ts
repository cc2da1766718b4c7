import { describe, expect, it } from 'vitest';
import { nameSimilarity } from './name-similarity';
import { normaliseHeader } from './normalise-header';
import { hasPersonalContent, isPersonalHeader } from './personal-columns';

const similarity = (header: string, alias: string, isFuzzy = true) =>
  nameSimilarity(normaliseHeader(header), normaliseHeader(alias), isFuzzy);

describe('header names', () => {
  it.each(['Stock #', 'STOCK-NO', 'stockNumber', 'Stk No.', 'Stock Nbr', '\uFEFFStock Number'])(
    'takes %s as the stock number',
    (header) => {
      expect(similarity(header, 'Stock Number')).toBe(1);
    },
  );

  it('compares without order, neutral words, cuts and misspellings, each with less confidence', () => {
    const scores = [
      similarity('Date In Inventory', 'Inventory Date'),
      similarity('Delivered Make', 'Make'),
      similarity('Transmissi', 'Transmission'),
      similarity('Conditon', 'Condition'),
    ];
    expect(scores[0]).toBe(0.96);
    expect(scores[1]).toBe(0.9);
    expect(scores[2]).toBe(0.85);
    expect(scores[3]).toBeGreaterThan(0.7);
    expect(scores[3]).toBeLessThan(0.85);
  });

  it('does not take the trade-in for the vehicle sold, nor a known name for a misspelling', () => {
    expect(similarity('Trade 1 VIN', 'VIN')).toBe(0);
    expect(similarity('Deal Number', 'Dealer Number', false)).toBe(0);
  });
});

describe('personal columns', () => {
  it.each([
    'First Name',
    'BUYER LAST NAME',
    'Customer Number',
    'Home Phone',
    'E-Mail',
    'Address Line 1',
    'DOB',
    'Salesman 1 Name',
    'Sold To',
    'Customer ID',
    'buyerAge',
  ])('sees %s', (header) => {
    expect(isPersonalHeader(header)).toBe(true);
  });

  it.each([
    'Zip',
    'BUYER ZIP CODE',
    'Dealer Name',
    'Model Name',
    'Stock Number',
    'Age',
    'Engine Name',
    'Store Number',
  ])('does not see %s', (header) => {
    expect(isPersonalHeader(header)).toBe(false);
  });

  it('sees addresses and telephone numbers under names that say nothing', () => {
    expect(hasPersonalContent(['a@b.com', 'c@d.org', ''])).toBe(true);
    expect(hasPersonalContent(['(313) 555-0100', '313-555-0101'])).toBe(true);
    expect(hasPersonalContent(['10/15/2025', '12345', '1HGCM82633A004352'])).toBe(false);
  });
});
