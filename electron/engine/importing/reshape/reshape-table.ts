/**
 * Brings tables of another shape to one record a row under one header: lines of CSV in one column, vehicles side by side,
 * a period in each column, a VIN in two columns or in one with the stock number. Told by what the first rows hold; a
 * table whose shape is usual passes as it is.
 */
import type { RawRow, RawTable } from '../types';
import { createFollower } from './follow-headers';
import { findJoinedVin } from './join-vin';
import { findIdentityCells } from './split-identity';
import { swapRowsAndColumns } from './swap-rows-and-columns';
import { findFoldedCells } from './unfold-cells';
import { findPeriodColumns } from './unpivot-periods';

/** One row of the file as the rows that it stands for. */
export type RowShaper = (row: RawRow) => readonly RawRow[];

/** Some rows after one another; may remember what came before. */
export type ChunkShaper = (rows: readonly RawRow[]) => readonly RawRow[];

/** Undefined when the table does not have the shape. */
export type FindShape = (rows: readonly RawRow[]) => RowShaper | undefined;

const SHAPES: readonly FindShape[] = [findFoldedCells, findJoinedVin, findIdentityCells, findPeriodColumns];

export type SampledTable = { readonly raw: RawTable; readonly rows: readonly RawRow[] };

/** `isWhole`: there are no rows beside these. */
export function reshapeTable(raw: RawTable, rows: readonly RawRow[], isWhole: boolean): SampledTable {
  if (raw.header !== null) return { raw, rows };
  const swapped = isWhole ? swapRowsAndColumns(rows) : undefined;
  if (swapped) return { raw: { ...raw, rows: () => once(swapped) }, rows: swapped };
  let shaped: SampledTable = { raw, rows };
  for (const find of SHAPES) {
    const shaper = find(shaped.rows);
    if (shaper)
      shaped = {
        raw: withShaper(shaped.raw, () => (chunk) => chunk.flatMap(shaper)),
        rows: shaped.rows.flatMap(shaper),
      };
  }
  const follower = createFollower(shaped.rows);
  return follower ? { raw: withShaper(shaped.raw, follower), rows: follower()(shaped.rows) } : shaped;
}

/** The shaper is made anew for each reading: it may remember rows above. */
function withShaper(raw: RawTable, create: () => ChunkShaper): RawTable {
  return {
    ...raw,
    rows: async function* () {
      const shape = create();
      for await (const chunk of raw.rows()) yield shape(chunk);
    },
  };
}

async function* once(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  yield rows;
}
