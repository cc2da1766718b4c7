import { describe, expect, it } from 'vitest';
import { fieldMeant, fieldWord, fieldWordWithin } from './field-words';

describe('fields in words', () => {
  it('are as a dealer says them', () => {
    expect(
      ['stockNumber', 'vin', 'receivedOn', 'priceCents', 'msrpCents', 'isCertified'].map(fieldWord),
    ).toEqual(['Stock number', 'VIN', 'Inventory date', 'Price', 'MSRP', 'Certified']);
  });

  it('begin small within a sentence, but for abbreviations', () => {
    expect(['receivedOn', 'vin', 'frontGross'].map(fieldWordWithin)).toEqual([
      'inventory date',
      'VIN',
      'front gross',
    ]);
  });

  it('are found by their name or their word', () => {
    const fields = ['receivedOn', 'priceCents', 'trim'] as const;
    expect(fieldMeant(fields, 'Inventory date')).toBe('receivedOn');
    expect(fieldMeant(fields, 'price')).toBe('priceCents');
    expect(fieldMeant(fields, 'priceCents')).toBe('priceCents');
    expect(fieldMeant(fields, 'horsepower')).toBeUndefined();
  });
});
