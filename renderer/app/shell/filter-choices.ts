/** What the shared filter offers: only what goes with what is already chosen, the common ones of a make first by name. */
import type { filterChoicesSchema } from '@shared/contract/data-filter';
import type { SharedSearch } from '@shared/contract/shared-search';
import type { z } from 'zod';

type Choice = z.infer<typeof filterChoicesSchema>[number];

export function buildChoices(choices: readonly Choice[], { condition, make, model }: SharedSearch) {
  const ofCondition = choices.filter((choice) => !condition || choice.condition === condition);
  const ofMake = ofCondition.filter((choice) => !make || choice.make === make);
  const ofModel = ofMake.filter((choice) => choice.model === model);
  return {
    makes: distinct(ofCondition.map((choice) => choice.make)),
    models: distinct(ofMake.map((choice) => choice.model)),
    trims: model === undefined ? [] : distinct(ofModel.map((choice) => choice.trim)),
  };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a.localeCompare(b));
}
