/**
 * Takes out of a log line what must not stand in a file: whole VINs (the last six stay, to find the unit),
 * ZIP codes, keys, and the user's home folder.
 */
const VIN = /\b[A-HJ-NPR-Z0-9]{11}([A-HJ-NPR-Z0-9]{6})\b/g;
/** Digits that follow the word within a few signs: `zip code: 48127`, `"Customer Zip","48127-1234"`. */
const ZIP = /\b(zip|postal)([a-z _]*)([^a-z\d\n]{1,6})\d{3,5}(-\d{4})?/gi;
const SEALED = /sealed:1:[\w.-]+/g;
/** Keys of services, as they come in headers and messages. */
const SERVICE_KEY = /\b(sk-|Bearer )[\w.-]{8,}/g;
const SECRET_NAMES =
  /^(zip|(customer|buyer|postal)_?(zip|code)|password|passphrase|api_?key|(system|data)_?key|key|token|secret|authorization)$/i;

export function redactText(text: string, homeDirectory: string): string {
  const withoutHome = homeDirectory.length > 1 ? text.split(homeDirectory).join('~') : text;
  return withoutHome
    .replace(SEALED, '(sealed)')
    .replace(SERVICE_KEY, '$1*****')
    .replace(ZIP, '$1$2$3*****')
    .replace(VIN, (whole, lastSix: string) =>
      /\d/.test(whole) && /[A-Z]/.test(whole) ? `***********${lastSix}` : whole,
    );
}

/** Redacts strings anywhere in `value`, and drops the values of keys that name secrets. */
export function redactValue(value: unknown, homeDirectory: string): unknown {
  if (typeof value === 'string') return redactText(value, homeDirectory);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, homeDirectory));
  if (value instanceof Error) {
    return {
      name: value.name,
      message: redactText(value.message, homeDirectory),
      stack: redactText(value.stack ?? '', homeDirectory),
    };
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SECRET_NAMES.test(key) ? '(redacted)' : redactValue(item, homeDirectory),
    ]),
  );
}
