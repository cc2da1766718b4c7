/**
 * What a dealer calls the fields that the contract and the importer name: `receivedOn` is the inventory date. Screens,
 * the command line, remarks and refusals all take their words from here.
 */
import { sharedTexts } from '../texts/shared-texts';

const FIELD_WORDS = sharedTexts.fields;

/** A field as words: `stockNumber` becomes `Stock number`, `priceCents` becomes `Price`. */
export function fieldWord(field: string): string {
  const word = FIELD_WORDS[field];
  if (word !== undefined) return word;
  const words = field
    .replace(/Cents$/, '')
    .replace(/([a-z0-9])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return FIELD_WORDS[words] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** As `fieldWord`, within a sentence: `inventory date`, but `VIN`. */
export function fieldWordWithin(field: string): string {
  const word = fieldWord(field);
  return /^[A-Z][a-z]/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

/** The one of `fields` that is meant by its name or by its word, whatever its letters' case. */
export function fieldMeant<Field extends string>(fields: readonly Field[], text: string): Field | undefined {
  const said = text.trim().toLowerCase();
  return fields.find((field) => field.toLowerCase() === said || fieldWord(field).toLowerCase() === said);
}
