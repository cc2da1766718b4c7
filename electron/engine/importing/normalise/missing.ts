/** Markers that exports write for "nothing here". A dash or "None" is not a value. */
const MARKERS: ReadonlySet<string> = new Set([
  '',
  'n/a',
  'na',
  '#n/a',
  '-',
  '--',
  'none',
  'null',
  'nan',
  'tbd',
  'unknown',
  '(blank)',
]);

export function isMissing(text: string): boolean {
  return text.length <= 8 && MARKERS.has(text.trim().toLowerCase());
}
