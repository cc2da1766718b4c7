/** The columns of a grid as its user arranged them: order, widths, pins, what is hidden. Kept in the window's own storage. */
import type { ColumnState, GridApi } from 'ag-grid-community';
import { z } from 'zod';

const keptSchema = z.array(
  z.object({
    colId: z.string(),
    width: z.number().optional(),
    hide: z.boolean().nullish(),
    pinned: z.union([z.literal('left'), z.literal('right'), z.boolean()]).nullish(),
    flex: z.number().nullish(),
  }),
);

/** Puts back what was kept under the name, and keeps every change from then on. */
export function keepColumns<Row>(grid: GridApi<Row>, name: string): void {
  const kept = readKept(name);
  // Sort is not kept. A column that a new version adds is put where that version has it.
  if (kept) grid.applyColumnState({ state: inKeptOrder(grid.getColumnState(), kept), applyOrder: true });
  const save = () => localStorage.setItem(keyOf(name), JSON.stringify(bare(grid.getColumnState())));
  grid.addEventListener('columnVisible', save);
  grid.addEventListener('columnPinned', save);
  grid.addEventListener('columnMoved', ({ finished }) => {
    if (finished) save();
  });
  grid.addEventListener('columnResized', ({ finished, source }) => {
    if (finished && source === 'uiColumnResized') save();
  });
}

export function forgetColumns(grid: Pick<GridApi, 'resetColumnState'>, name: string): void {
  grid.resetColumnState();
  localStorage.removeItem(keyOf(name));
}

type Kept = { colId: string };

/** The kept columns that are still there, in their order; each other one after the column that stands before it. */
export function inKeptOrder<State extends Kept>(standard: readonly Kept[], kept: readonly State[]): State[] {
  const ordered: (State | Kept)[] = kept.filter(({ colId }) => standard.some((one) => one.colId === colId));
  for (const [index, column] of standard.entries()) {
    if (ordered.some(({ colId }) => colId === column.colId)) continue;
    const before = standard[index - 1]?.colId;
    const place = ordered.findIndex(({ colId }) => colId === before) + 1;
    ordered.splice(place, 0, { colId: column.colId });
  }
  return ordered as State[];
}

function keyOf(name: string): string {
  return `doso-columns-${name}`;
}

/** Null when nothing is kept or it cannot be read. */
function readKept(name: string): ColumnState[] | null {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null'));
    return parsed.success ? (parsed.data as ColumnState[]) : null;
  } catch {
    return null;
  }
}

function bare(state: readonly ColumnState[]): ColumnState[] {
  return state.map(({ colId, width, hide, pinned, flex }) => ({
    colId,
    ...(width !== undefined && { width }),
    hide: hide ?? false,
    pinned: pinned ?? null,
    flex: flex ?? null,
  }));
}
