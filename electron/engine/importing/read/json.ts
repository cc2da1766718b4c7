/**
 * Reads JSON: an array of records, an object that holds one, records that hold a list of records (each list
 * entry becomes a row and takes its parent's values along), one record a line (NDJSON), or rows and columns as lists.
 */
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from '../file-refused';
import type { FileFacts } from '../inspect-file';
import { isKnownName } from '../recognise/known-names';
import { normaliseHeader } from '../recognise/normalise-header';
import { isPersonalHeader } from '../recognise/personal-columns';
import type { RawTable } from '../types';
import { decodeFile } from './decode-file';
import { tablesOfLists } from './lists-of-lists';
import { type FlatRecord, recordsTable, scalarText } from './records-table';

const words = engineTexts.importing.files;

type JsonRecord = Record<string, unknown>;

export async function readJson(facts: FileFacts): Promise<RawTable[]> {
  const value = parse(await decodeFile(facts, 'JSON'), facts.name);
  const lists = tablesOfLists(value);
  if (lists.length > 0) return lists;
  const records = withOwnNames(flattenRecords(value));
  if (records.length === 0) {
    throw new FileRefused('NO_ROWS', words.json.noRecords.message(facts.name), words.json.noRecords.nextStep);
  }
  return [recordsTable(null, records)];
}

function parse(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const isLineByLine = lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*,?\s*$/.test(line));
    if (isLineByLine) return lines.map((line) => parse(line, fileName));
    throw new FileRefused(
      'DAMAGED_FILE',
      words.json.damaged.message(fileName, reasonOf(error)),
      words.json.damaged.nextStep,
    );
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0]?.slice(0, 120) ?? '') : words.notParsed;
}

export function flattenRecords(value: unknown): FlatRecord[] {
  const records: FlatRecord[] = [];
  collect(value, new Map(), records, false);
  return records;
}

function collect(value: unknown, inherited: FlatRecord, records: FlatRecord[], isRow: boolean): void {
  if (Array.isArray(value)) {
    for (const entry of value) if (isRecord(entry)) collect(entry, inherited, records, true);
    return;
  }
  if (!isRecord(value)) return;
  const own = new Map(inherited);
  addScalars(own, value, '');
  const lists = isRow ? Object.values(value).filter(isRecordList) : listsWithin(value);
  if (lists.length === 0) records.push(own);
  else for (const list of lists) collect(list, own, records, true);
}

/** An answer wraps its list in objects (`data`, `results`); a row's own objects hold its details. */
function listsWithin(record: JsonRecord): JsonRecord[][] {
  return Object.values(record).flatMap((value) => {
    if (isRecordList(value)) return [value];
    return isRecord(value) ? listsWithin(value) : [];
  });
}

/** Nested objects contribute `outer inner`; lists of records become rows instead. */
function addScalars(target: Map<string, string>, record: JsonRecord, prefix: string): void {
  for (const [key, value] of Object.entries(record)) {
    if (isRecord(value)) addScalars(target, value, `${prefix}${key} `);
    else if (!isRecordList(value)) target.set(`${prefix}${key}`, scalarText(value));
  }
}

/**
 * A value inside an object is known by its own name (`money frontGross` as `frontGross`) where the whole name says nothing
 * and no other value has that name; a person's and a trade-in's values keep whose they are.
 */
function withOwnNames(records: readonly FlatRecord[]): FlatRecord[] {
  const names = new Set(records.flatMap((record) => [...record.keys()]));
  const ownName = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  const uses = new Map<string, number>();
  for (const name of names) uses.set(ownName(name), (uses.get(ownName(name)) ?? 0) + 1);
  const renamed = new Map<string, string>();
  for (const name of names) {
    const own = ownName(name);
    const isOther =
      /trade/i.test(name) || isPersonalHeader(name) || isPersonalHeader(`${name.split(' ')[0]} name`);
    if (own === name || uses.get(own) !== 1 || isOther || isKnown(name) || !isKnown(own)) continue;
    renamed.set(name, own);
  }
  if (renamed.size === 0) return [...records];
  return records.map(
    (record) => new Map([...record].map(([name, value]) => [renamed.get(name) ?? name, value])),
  );
}

function isKnown(name: string): boolean {
  return isKnownName(normaliseHeader(name));
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordList(value: unknown): value is JsonRecord[] {
  return Array.isArray(value) && value.some(isRecord);
}
