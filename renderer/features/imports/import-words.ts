/** The trade's words for what the contract names. */
import {
  type ColumnMapping,
  type ImportBatch,
  type ImportKind,
  type ImportProblem,
  type ImportProfile,
  NOT_USED,
} from '@shared/contract/imports';
import type { Tone } from '../../components/tone';
import { capitalize, formatCount, formatQuantity } from '../../lib/format';

export const KIND_WORDS: Record<ImportKind, string> = {
  inventory: 'Inventory',
  sales: 'Sales',
  orders: 'Factory orders',
  allocation: 'Allocation',
  market: 'Market',
  feedback: 'Feedback',
};

export const KINDS = Object.keys(KIND_WORDS) as ImportKind[];

export const SEVERITY_WORDS: Record<ImportProblem['severity'], { word: string; tone: Tone }> = {
  rejected: { word: 'Rejected', tone: 'act' },
  repaired: { word: 'Repaired', tone: 'caution' },
  warning: { word: 'Remark', tone: 'caution' },
};

export const COVERAGE_WORDS: Record<ImportProfile['coverage'], string> = {
  full: 'the whole stock',
  partial: 'a part of it',
  unknown: 'not said',
};

/** `3 added, 12 changed`, with what did not happen left out. */
export function describeChanges({ added, changed, closed, reversed }: ImportBatch['changes']): string {
  const parts = [
    added > 0 && `${formatCount(added)} added`,
    changed > 0 && `${formatCount(changed)} changed`,
    closed > 0 && `${formatCount(closed)} closed`,
    reversed > 0 && `${formatCount(reversed)} reversed`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'nothing changed';
}

/** `12,340 rows read, 12,338 accepted, 2 rejected`, with zeros left out after the first two. */
export function describeRows({
  read,
  accepted,
  repaired,
  rejected,
  unchanged,
  ignored,
}: ImportBatch['rows']): string {
  const parts = [
    `${formatQuantity(read, 'row')} read`,
    `${formatCount(accepted)} accepted`,
    repaired > 0 && `${formatCount(repaired)} repaired`,
    rejected > 0 && `${formatCount(rejected)} rejected`,
    unchanged > 0 && `${formatCount(unchanged)} unchanged`,
    ignored > 0 && `${formatCount(ignored)} ignored`,
  ];
  return parts.filter(Boolean).join(', ');
}

const FORMAT_WORDS: Record<string, string> = {
  delimited: 'Text',
  xlsx: 'Excel',
  xls: 'Excel 97–2003',
  html: 'HTML table',
  xml: 'XML',
  spool: 'Printed report',
  json: 'JSON',
  parquet: 'Parquet',
};

/** Formats by the names people use; others as the engine writes them. */
export function formatWord(format: string): string {
  return FORMAT_WORDS[format.toLowerCase()] ?? format.toUpperCase();
}

/** A mapping below this is asked about. */
const SURE = 0.8;

/** Whether a column was mapped without being sure. */
export function isGuess({ target, confidence, isPersonal }: ColumnMapping): boolean {
  return target !== null && confidence < SURE && !isPersonal;
}

/** Fields whose name alone is no noun; the templates call them so. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  vin: 'VIN',
  msrp: 'MSRP',
  receivedOn: 'Inventory date',
  contractOn: 'Contract date',
  accountingOn: 'Accounting date',
  deliveredOn: 'Delivery date',
  soldOn: 'Sold date',
  orderedOn: 'Order date',
  estimatedArrivalOn: 'Estimated delivery',
  arrivedOn: 'Arrival date',
  ageDays: 'Age in days',
  isCertified: 'Certified',
};

/** A field of the contract as words: `stockNumber` becomes `Stock number`. */
export function fieldWord(field: string): string {
  const word = FIELD_WORDS[field];
  if (word !== undefined) return word;
  const words = field.replace(
    /([a-z0-9])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return capitalize(words);
}

/** What a column was said to hold: a field by name or title, or nothing. */
export function targetWord(target: string): string {
  return target === NOT_USED ? 'not used' : fieldWord(target);
}
