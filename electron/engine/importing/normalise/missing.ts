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

/** No marker begins with a digit, as most cells of a file do. */
export function isMissing(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  return text.length <= 8 && MARKERS.has(text.trim().toLowerCase());
}
