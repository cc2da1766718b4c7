/** Values as lines of Postgres' text COPY format: tab between cells, `\N` for null, backslash escapes. */
export type CopyValue = string | number | boolean | null | readonly string[];

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

export function copyLine(values: readonly CopyValue[]): string {
  return `${copyCells(values)}\n`;
}

/** A line's cells without the line's end, so that more can follow. */
export function copyCells(values: readonly CopyValue[]): string {
  let line = '';
  for (let index = 0; index < values.length; index++) {
    if (index > 0) line += '\t';
    line += copyCell(values[index] ?? null);
  }
  return line;
}

export function copyCell(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return escapeCell(typeof value === 'string' ? value : arrayLiteral(value));
}

/** Postgres' text holds no NUL: it is left out. */
function escapeCell(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return SPECIAL.test(clean) ? clean.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? '') : clean;
}

function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}
