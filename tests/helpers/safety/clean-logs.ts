/** Looks through real logs for what must never stand in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';

const VIN_SHAPED = /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}\b/g;
/** Counts and times are numbers of their own; a ZIP would stand in a text. */
const NUMBER_VALUES = /:-?\d+(\.\d+)?(?=[,}\]])/g;

/** Throws where a log holds a whole VIN, one of `zips`, a key, a sealed value or a path under the user's home. */
export function expectCleanLogs(dataDirectory: string, zips: ReadonlySet<string> = new Set()): void {
  const folder = path.join(dataDirectory, 'logs');
  const files = readdirSync(folder);
  expect(files).toContain('engine.log');
  const keys = secretsOf(dataDirectory);
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    expect(text.length, `${file} holds nothing, so it shows nothing`).toBeGreaterThan(100);
    expectCleanText(file, text, keys, zips);
  }
}

/** The same of what commands log, which goes to their standard error. */
export function expectCleanOutput(dataDirectory: string, text: string, zips: ReadonlySet<string>): void {
  expectCleanText('the standard error', text, secretsOf(dataDirectory), zips);
}

function expectCleanText(
  where: string,
  text: string,
  keys: readonly string[],
  zips: ReadonlySet<string>,
): void {
  expect(text.match(VIN_SHAPED) ?? [], `VINs in ${where}`).toEqual([]);
  const fiveDigits = text.replace(NUMBER_VALUES, '').match(/\b\d{5}\b/g) ?? [];
  expect(
    fiveDigits.filter((digits) => zips.has(digits)),
    `ZIP codes in ${where}`,
  ).toEqual([]);
  for (const secret of [...keys, 'sealed:1:', `${homedir()}${path.sep}`])
    expect(text.includes(secret), `${secret.slice(0, 12)} in ${where}`).toBe(false);
}

/** Whatever base64 the key file holds: the key itself, or what wraps it. */
function secretsOf(dataDirectory: string): string[] {
  const text = readFileSync(path.join(dataDirectory, 'data-key.json'), 'utf8');
  return [...text.matchAll(/"(?:key|sealed|wrapped|salt|check)":"([^"]+)"/g)].map(
    ([, secret]) => secret ?? '',
  );
}
