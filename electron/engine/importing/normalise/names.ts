/**
 * One spelling for names that systems write in their own way. Text that is all capitals or all small letters is
 * put in title case, so that `SILVERADO 1500` and `Silverado 1500` are one model; mixed case is left alone.
 */
const SHORT_WORDS: ReadonlySet<string> = new Set([
  'cab',
  'van',
  'bed',
  'box',
  'red',
  'jet',
  'tan',
  'ice',
  'sky',
  'max',
  'pro',
  'and',
  'the',
  'air',
  'fog',
  'ash',
]);

/** Cabs of two words written as one. */
const CABS: ReadonlyMap<string, string> = new Map(
  ['SuperCrew', 'SuperCab', 'CrewMax'].map((name) => [name.toLowerCase(), name]),
);

/** A file has few distinct names: each is spelled once. */
const spellings = new Map<string, string>();
const MOST_SPELLINGS = 20_000;

export function spellName(text: string): string {
  const known = spellings.get(text);
  if (known !== undefined) return known;
  if (spellings.size >= MOST_SPELLINGS) spellings.clear();
  const name = spelledName(text);
  spellings.set(text, name);
  return name;
}

function spelledName(text: string): string {
  const name = text.trim().replace(/\s+/g, ' ');
  if (name.length <= 3 && name === name.toUpperCase()) return name;
  if (name !== name.toUpperCase() && name !== name.toLowerCase()) return name;
  return name.replace(/[A-Za-z0-9]+/g, (word) => CABS.get(word.toLowerCase()) ?? spellWord(word));
}

/** Short words and words with digits are codes (LT, ZR2, AWD): they stay capitals. */
function spellWord(word: string): string {
  const lower = word.toLowerCase();
  const isCode = /\d/.test(word) || (word.length <= 3 && !SHORT_WORDS.has(lower));
  return isCode ? word.toUpperCase() : (word[0] ?? '').toUpperCase() + lower.slice(1);
}

const DRIVETRAINS: readonly [RegExp, string][] = [
  [/^(4wd|4x4|four.wheel.drive|4.wheel.drive)\b/i, '4WD'],
  [/^(awd|all.wheel.drive|quattro|xdrive|4matic|4motion)\b/i, 'AWD'],
  [/^(fwd|front.wheel.drive)\b/i, 'FWD'],
  [/^(rwd|rear.wheel.drive)\b/i, 'RWD'],
  [/^(2wd|4x2|two.wheel.drive|2.wheel.drive)\b/i, '2WD'],
];

export function spellDrivetrain(text: string): string {
  const name = text.trim();
  return DRIVETRAINS.find(([pattern]) => pattern.test(name))?.[1] ?? spellName(name);
}
