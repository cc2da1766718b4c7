/** Numbers that a wording states and its source does not: a model that makes one up must not be believed. */

/** Not the digits of a name such as `F-150`'s neighbour `LT2`, which has letters before them. */
const NUMBER = /(?<![A-Za-z\d.])\d[\d,]*(?:\.\d+)?/g;
/** They could say anything; `one` is no number in most sentences. */
const NUMBER_WORD =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|millions?|twice|double[ds]?|triple[ds]?|half|halves|thirds?|quarters?)\b/gi;
/** A suffix makes another number of the digits before it. */
const SCALED = /\d\s?(?:k|m|bn|thousand|million)\b/gi;

export function findUnknownNumbers(wording: string, source: string): string[] {
  const known = new Set(numbersIn(source).map(toValue));
  const unknown = numbersIn(wording).filter((number) => !known.has(toValue(number)));
  const knownWords = new Set((source.match(NUMBER_WORD) ?? []).map((word) => word.toLowerCase()));
  const words = (wording.match(NUMBER_WORD) ?? []).filter((word) => !knownWords.has(word.toLowerCase()));
  return [...new Set([...unknown, ...words, ...(wording.match(SCALED) ?? [])])];
}

function numbersIn(text: string): string[] {
  return (text.match(NUMBER) ?? []).map((number) => number.replace(/,+$/, ''));
}

function toValue(number: string): number {
  return Number(number.replace(/,/g, ''));
}
