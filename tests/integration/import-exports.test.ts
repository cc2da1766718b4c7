/**
 * Every export of tests/fixtures/importing/exports is read as the JSON beside it says, which was written by hand: kind,
 * each row's values, what is ignored, rejected, repaired and refused. A value that is not written there is missing, or the
 * plain case: not certified, available, a counted retail deal, a stock order.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixturePath, readFixture } from '../fixtures/importing/read-fixture';

type Expected = {
  format?: string;
  kind?: string;
  rows?: object[];
  ignored?: string[];
  rejected?: number;
  /** "CODE line", or "CODE line column". */
  problems?: string[];
  personal?: string[];
  ambiguous?: string[];
  refusal?: { code: string; says: string[] };
};

const FOLDER = 'exports/';
const SUFFIX = '.expected.json';
const names = readdirSync(fixturePath(FOLDER)).filter((name) => !name.endsWith(SUFFIX));

describe('exports as delivered', () => {
  it('are at least forty, each with what it must be read as', () => {
    expect(names.length).toBeGreaterThanOrEqual(40);
  });

  it.each(names)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(fixturePath(`${FOLDER}${name}${SUFFIX}`), 'utf8')) as Expected;
    const reading = readFixture(`${FOLDER}${name}`);
    if (expected.refusal) {
      const { code, says } = expected.refusal;
      const refusal = await reading.then(
        () => null,
        (error: { code: string; message: string; nextStep: string }) => error,
      );
      expect(refusal?.code).toBe(code);
      for (const text of says) expect(`${refusal?.message} ${refusal?.nextStep}`).toContain(text);
      return;
    }
    const { open, rows, problems, ignored, rejected } = await reading;
    expect(rows.map(withoutPlain)).toEqual(expected.rows);
    const { format, typing, table } = open;
    const { kind } = table;
    expect({
      format,
      kind,
      ignored,
      rejected,
      problems: problems
        .map(({ code, line, column }) => `${code} ${line}${column === null ? '' : ` ${column}`}`)
        .sort(),
      personal: table.columns.filter(({ isPersonal }) => isPersonal).map(({ source }) => source),
      ambiguous: [...typing.ambiguous],
    }).toEqual({
      format: expected.format ?? 'delimited',
      kind: expected.kind,
      ignored: expected.ignored ?? [],
      rejected: expected.rejected ?? 0,
      problems: [...(expected.problems ?? [])].sort(),
      personal: expected.personal ?? [],
      ambiguous: expected.ambiguous ?? [],
    });
  });
});

const PLAIN: Readonly<Record<string, unknown>> = {
  isCertified: false,
  status: 'available',
  saleType: 'retail',
  dealState: 'counted',
  orderType: 'stock',
};

function withoutPlain(row: object): object {
  const kept = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    if (value === null || PLAIN[name] === value) return [];
    return [[name, name === 'build' ? withoutPlain(value) : value]];
  });
  return Object.fromEntries(kept);
}
