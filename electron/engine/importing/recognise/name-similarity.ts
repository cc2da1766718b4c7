/** How well a column's name fits an alias, 0..1: same words, same words in another order, cut short, misspelled. */
import type { HeaderName } from './normalise-header';

/** Words that may stand beside an alias without changing what is meant ("Delivered Make", "MAKE-NEW"). */
const NEUTRAL_WORDS: ReadonlySet<string> = new Set([
  'vehicle',
  'new',
  'delivered',
  'buyer',
  'dms',
  'unit',
  'name',
  'description',
  'desc',
  'code',
  'sold',
  'current',
]);

const SHORTEST_FUZZY = 5;
const LEAST_SIMILARITY = 0.8;

/** `isFuzzy`: a name that is not known otherwise may be a misspelled one. */
export function nameSimilarity(header: HeaderName, alias: HeaderName, isFuzzy: boolean): number {
  if (header.joined === alias.joined) return 1;
  if (header.bag !== '' && header.bag === alias.bag) return 0.96;
  if (withoutNeutral(header, alias) === alias.bag) return 0.9;
  if (isCutShort(header, alias)) return 0.85;
  return isFuzzy ? misspellingScore(header.joined, alias.joined) : 0;
}

function withoutNeutral(header: HeaderName, alias: HeaderName): string {
  const kept = header.bag.split(' ').filter((word) => !NEUTRAL_WORDS.has(word) || alias.words.includes(word));
  return kept.join(' ');
}

/** Fixed-width exports cut names: `Transmissi`. */
function isCutShort(header: HeaderName, alias: HeaderName): boolean {
  return header.joined.length >= 6 && alias.joined.startsWith(header.joined);
}

function misspellingScore(header: string, alias: string): number {
  const longest = Math.max(header.length, alias.length);
  if (Math.min(header.length, alias.length) < SHORTEST_FUZZY) return 0;
  if (longest - Math.min(header.length, alias.length) > 2) return 0;
  const similarity = 1 - editDistance(header, alias) / longest;
  return similarity >= LEAST_SIMILARITY ? similarity * 0.85 : 0;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      current[j] = Math.min(
        (last[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
