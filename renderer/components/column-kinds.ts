/** Columns of a paged grid; an id is the engine's name for sorting, where it sorts by it. */
import type { ColDef } from 'ag-grid-community';

type Value = string | number | null | undefined;

export function textColumn<Row>(
  colId: string,
  headerName: string,
  width: number,
  read: (row: Row) => Value,
): ColDef<Row> {
  return { colId, headerName, width, valueGetter: ({ data }) => (data ? (read(data) ?? '') : '') };
}

export function numberColumn<Row>(
  colId: string,
  headerName: string,
  width: number,
  read: (row: Row) => number | null,
  write: (value: number | null) => string,
): ColDef<Row> {
  return {
    colId,
    headerName,
    width,
    type: 'rightAligned',
    valueGetter: ({ data }) => (data ? write(read(data)) : ''),
  };
}

/** Takes a share of the width that is left over; its width is then the least. */
export function growing<Row>(column: ColDef<Row>): ColDef<Row> {
  const { width, ...rest } = column;
  return { ...rest, flex: 1, ...(width !== undefined && { minWidth: width }) };
}
