/** The trade's words for what the contract names. */

import {
  type ColumnMapping,
  type ImportBatch,
  type ImportKind,
  type ImportProblem,
  type ImportProfile,
  NOT_USED,
} from '@shared/contract/imports';
import { fieldWord } from '@shared/domain/field-words';
import type { Tone } from '../../components/tone';
import { formatCount, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.imports.names;

export const KIND_WORDS: Record<ImportKind, string> = words.kinds;

export const KINDS = Object.keys(KIND_WORDS) as ImportKind[];

export const SEVERITY_TONES: Record<ImportProblem['severity'], Tone> = {
  rejected: 'act',
  repaired: 'caution',
  warning: 'caution',
};

export const COVERAGE_WORDS: Record<ImportProfile['coverage'], string> = words.coverage;

/** `3 added, 12 changed`, with what did not happen left out. */
export function describeChanges({ added, changed, closed, reversed }: ImportBatch['changes']): string {
  const parts = [
    added > 0 && words.changes.added(formatCount(added)),
    changed > 0 && words.changes.changed(formatCount(changed)),
    closed > 0 && words.changes.closed(formatCount(closed)),
    reversed > 0 && words.changes.reversed(formatCount(reversed)),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : words.changes.none;
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
    words.rows.read(formatQuantity(read, 'row')),
    words.rows.accepted(formatCount(accepted)),
    repaired > 0 && words.rows.repaired(formatCount(repaired)),
    rejected > 0 && words.rows.rejected(formatCount(rejected)),
    unchanged > 0 && words.rows.unchanged(formatCount(unchanged)),
    ignored > 0 && words.rows.ignored(formatCount(ignored)),
  ];
  return parts.filter(Boolean).join(', ');
}

/** Formats by the names people use; others as the engine writes them. */
export function formatWord(format: string): string {
  return words.formats[format.toLowerCase()] ?? format.toUpperCase();
}

/** A mapping below this is asked about. */
const SURE = 0.8;

/** Whether a column was mapped without being sure. */
export function isGuess({ target, confidence, isPersonal }: ColumnMapping): boolean {
  return target !== null && confidence < SURE && !isPersonal;
}

/** What a column was said to hold: a field by name or title, or nothing. */
export function targetWord(target: string): string {
  return target === NOT_USED ? words.notUsed : fieldWord(target);
}
