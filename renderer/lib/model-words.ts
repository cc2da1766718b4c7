/** Forecasting methods by the names that people know them by. */
import { texts } from '../texts/texts';

const words = texts.models;
const NAMES: Record<string, string> = words.names;
const COMBINATION = /^(.*?) of (.*)$/;

/** Known methods in words, others as the engine writes them; a combination is named by its parts. */
export function modelWord(model: string): string {
  const parts = partsOf(model);
  return parts ? words.combinationOf(parts.map(wordOf).map(lowerFirst)) : wordOf(model);
}

/** Where there is no room for the parts: `Combination of 5 methods`. */
export function modelInShort(model: string): string {
  const parts = partsOf(model);
  return parts ? words.combinationOfCount(parts.length) : modelWord(model);
}

function partsOf(model: string): string[] | null {
  return COMBINATION.exec(model)?.[2]?.split(', ') ?? null;
}

function wordOf(model: string): string {
  return NAMES[model.replace(/_/g, '-')] ?? model;
}

/** Inside a sentence; a name that is no plain word keeps its capitals. */
function lowerFirst(word: string): string {
  return /^(ADIDA|ARIMA|Prophet|Croston)/.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);
}
