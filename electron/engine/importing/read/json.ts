/**
 * Reads JSON: an array of records, an object that holds one, records that hold a list of records (each list
 * entry becomes a row and takes its parent's values along), or one record a line (NDJSON).
 */
import { FileRefused } from '../file-refused';
import type { FileFacts } from '../inspect-file';
import type { RawTable } from '../types';
import { decodeFile } from './decode-file';
import { type FlatRecord, recordsTable, scalarText } from './records-table';

type JsonRecord = Record<string, unknown>;

export async function readJson(facts: FileFacts): Promise<RawTable[]> {
  const text = await decodeFile(facts, 'JSON');
  const records = flattenRecords(parse(text, facts.name));
  if (records.length === 0) {
    throw new FileRefused(
      'NO_ROWS',
      `${facts.name} holds no list of records.`,
      'Export an array of objects, one for each row.',
    );
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
      `${fileName} is not complete JSON: ${reasonOf(error)}.`,
      'Export it again; the file may be cut off.',
    );
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0]?.slice(0, 120) ?? '') : 'it cannot be parsed';
}

export function flattenRecords(value: unknown): FlatRecord[] {
  const records: FlatRecord[] = [];
  collect(value, new Map(), records);
  return records;
}

function collect(value: unknown, inherited: FlatRecord, records: FlatRecord[]): void {
  if (Array.isArray(value)) {
    for (const entry of value) if (isRecord(entry)) collect(entry, inherited, records);
    return;
  }
  if (!isRecord(value)) return;
  const own = new Map(inherited);
  addScalars(own, value, '');
  const lists = Object.values(value).filter(isRecordList);
  if (lists.length === 0) records.push(own);
  else for (const list of lists) collect(list, own, records);
}

/** Nested objects contribute `outer inner`; lists of records become rows instead. */
function addScalars(target: Map<string, string>, record: JsonRecord, prefix: string): void {
  for (const [key, value] of Object.entries(record)) {
    if (isRecord(value)) addScalars(target, value, `${prefix}${key} `);
    else if (!isRecordList(value)) target.set(`${prefix}${key}`, scalarText(value));
  }
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordList(value: unknown): value is JsonRecord[] {
  return Array.isArray(value) && value.some(isRecord);
}
