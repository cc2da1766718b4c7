/** One glossary: the user guide's page is written from it, and its formulas are those that the figures use. */
import { inventoryFigures } from '@engine/inventory/figure-definitions';
import { glossary, termsOf, writeGlossary } from '@shared/domain/glossary';
import { screenNames } from '@shared/domain/screen-names';
import { describe, expect, it } from 'vitest';

describe('the glossary', () => {
  it('is what the user guide prints', async () => {
    await expect(writeGlossary()).toMatchFileSnapshot('../../docs/glossary.md');
  });

  it('has help for every screen, and each term once', () => {
    for (const screen of screenNames) expect(termsOf(screen), screen).not.toEqual([]);
    expect(new Set(glossary.map(({ term }) => term)).size).toBe(glossary.length);
  });

  it('states the formulas that the stock figures are computed by', () => {
    const stated = new Map(glossary.map(({ term, formula }) => [term, formula]));
    const { unitsInStock, availableUnits, stockCost, medianAge, agedUnits, daysSupply } = inventoryFigures;
    for (const figure of [unitsInStock, availableUnits, stockCost, medianAge, agedUnits, daysSupply])
      expect(stated.get(figure.name)).toBe(figure.formula);
    expect(stated.get('Turn per year')).toBe(inventoryFigures.turnFlow.formula);
    expect(stated.get('Holding cost a day')).toBe(inventoryFigures.holdingCostPerDay.formula);
  });
});
