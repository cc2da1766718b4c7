/** The parts of a workbook that a sheet's cells refer to: sheet list, date system, date formats, shared strings. */

import type { ZipEntry } from '../zip/zip-directory';
import { readWholeZipEntry, readZipEntryText } from '../zip/zip-entry';
import { attribute, ElementCutter, runsOfText } from './xml-text';

export type Sheet = { readonly name: string; readonly entry: ZipEntry; readonly isHidden: boolean };

export type Workbook = {
  readonly sheets: readonly Sheet[];
  readonly strings: readonly string[];
  /** By style index: whether a number in this style is a date. */
  readonly dateStyles: readonly boolean[];
  readonly usesDates1904: boolean;
};

export async function readWorkbook(path: string, entries: readonly ZipEntry[]): Promise<Workbook> {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const text = async (name: string) => {
    const entry = byName.get(name);
    return entry ? readWholeZipEntry(path, entry) : '';
  };
  const workbook = await text('xl/workbook.xml');
  const targets = relationTargets(await text('xl/_rels/workbook.xml.rels'));
  return {
    sheets: sheetsOf(workbook, targets, byName),
    strings: await readStrings(path, byName.get('xl/sharedstrings.xml')),
    dateStyles: dateStylesOf(await text('xl/styles.xml')),
    usesDates1904: /date1904\s*=\s*["'](1|true)["']/.test(workbook),
  };
}

function relationTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    targets.set(attribute(tag, 'Id') ?? '', path.toLowerCase());
  }
  return targets;
}

function sheetsOf(
  workbook: string,
  targets: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, ZipEntry>,
): Sheet[] {
  const sheets: Sheet[] = [];
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const id = /\s(?:\w+:)id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
    const entry = entries.get(targets.get(id) ?? '');
    if (!entry) continue;
    sheets.push({
      name: attribute(tag, 'name') ?? '',
      entry,
      isHidden: /state\s*=\s*["'](very)?hidden/i.test(tag),
    });
  }
  return sheets;
}

async function readStrings(path: string, entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!entry) return strings;
  const cutter = new ElementCutter('si');
  for await (const part of readZipEntryText(path, entry)) {
    for (const element of cutter.push(part)) strings.push(runsOfText(element));
  }
  return strings;
}

/** Built-in number formats that show a day (ECMA-376, 18.8.30). */
const DAY_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);

function dateStylesOf(styles: string): boolean[] {
  const customDays = new Set<number>();
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    if (showsDay(attribute(tag, 'formatCode') ?? '')) customDays.add(Number(attribute(tag, 'numFmtId')));
  }
  const cells = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  return [...cells.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([tag]) => {
    const format = Number(attribute(tag, 'numFmtId') ?? 0);
    return DAY_FORMATS.has(format) || customDays.has(format);
  });
}

/** A format shows a day when d or y is left after literals, colours and conditions. */
function showsDay(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  return !/general/i.test(bare) && /[dy]/i.test(bare);
}
