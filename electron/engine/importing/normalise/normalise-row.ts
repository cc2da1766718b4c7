/** The normaliser of each kind behind one function: a raw row in, what became of it out. */
import type { ImportKind } from '@shared/contract/imports';
import type { RawRow, RowOfKind, RowOutcome } from '../types';
import { normaliseAllocation } from './allocation';
import type { FileHints } from './condition';
import { normaliseFeedback } from './feedback';
import { HEADING, type RowFilter } from './ignored-rows';
import { normaliseInventory } from './inventory';
import { normaliseMarket } from './market';
import { normaliseOrder } from './orders';
import type { RowReader } from './row-reader';
import { type Ignored, normaliseSale } from './sales';
import { sectionOf } from './section';

export type AnyRow = RowOfKind[ImportKind];

type Normaliser = (reader: RowReader, hints: FileHints) => AnyRow | Ignored | null;

const NORMALISERS: Readonly<Record<ImportKind, Normaliser>> = {
  inventory: normaliseInventory,
  sales: normaliseSale,
  orders: normaliseOrder,
  allocation: normaliseAllocation,
  market: normaliseMarket,
  feedback: normaliseFeedback,
};

export function normaliseRow(
  kind: ImportKind,
  row: RawRow,
  reader: RowReader,
  filter: RowFilter,
  hints: FileHints,
): RowOutcome<AnyRow> {
  const { line } = row;
  const why = filter(row);
  if (why !== null) {
    if (why === HEADING) reader.section = sectionOf(row) ?? reader.section;
    return { type: 'ignored', line, reason: why };
  }
  reader.open(row);
  const normalised = NORMALISERS[kind](reader, hints);
  if (normalised === null) return { type: 'rejected', line, problems: reader.problems };
  if ('ignored' in normalised) return { type: 'ignored', line, reason: normalised.ignored };
  return { type: 'accepted', line, row: normalised, problems: reader.problems };
}
