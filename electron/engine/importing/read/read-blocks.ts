/**
 * Reads text in which each record is a block of lines, `Stock #: U1042A`, as printed cards and YAML lists have it. A record
 * ends at a blank line, a rule or a dash, or where a name comes again.
 */
import { engineTexts } from '@shared/texts/engine-texts';
import type { FileFacts } from '../inspect-file';
import { isKnownName } from '../recognise/known-names';
import { normaliseHeader } from '../recognise/normalise-header';
import type { RawTable } from '../types';
import { decodeFile } from './decode-file';
import { type FlatRecord, recordsTable } from './records-table';
import { splitLines } from './split-lines';

const SAMPLE_LINES = 400;
const LEAST_SHARE = 0.8;
const LEAST_NAMES = 3;
const PAIR = /^\s*(?:[-*]\s+)?([\p{L}#][^:=\t|]{0,39}?)\s*(?::\s+|:$|\s=\s+|=)\s*(.*?)\s*$/u;
const BREAK = /^\s*(?:[-=_*#]{3,}\s*)?$/;

/** Whether nearly all lines are a name and its value, of names that a record has, each in several records. */
export function isInBlocks(text: string): boolean {
  const lines = splitLines(text)
    .slice(0, SAMPLE_LINES)
    .filter((line) => !BREAK.test(line));
  const names = lines.flatMap((line) => PAIR.exec(line)?.[1]?.toLowerCase() ?? []);
  if (names.length < LEAST_NAMES || names.length < lines.length * LEAST_SHARE) return false;
  const known = new Set(names.filter((name) => isKnownName(normaliseHeader(name))));
  const isRepeated = names.length > new Set(names).size;
  return known.size >= LEAST_NAMES && isRepeated;
}

export async function readBlocks(facts: FileFacts): Promise<RawTable[]> {
  const text = await decodeFile(facts, engineTexts.importing.files.textInBlocks);
  return [recordsTable(null, recordsOf(text))];
}

function recordsOf(text: string): FlatRecord[] {
  const records: Map<string, string>[] = [];
  let record = new Map<string, string>();
  const end = () => {
    if (record.size > 0) records.push(record);
    record = new Map();
  };
  for (const line of splitLines(text)) {
    const pair = PAIR.exec(line);
    if (BREAK.test(line) || /^\s*-\s/.test(line)) end();
    if (!pair) continue;
    const [, name = '', value = ''] = pair;
    if (record.has(name)) end();
    record.set(name, value);
  }
  end();
  return records;
}
