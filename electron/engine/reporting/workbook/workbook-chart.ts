/** A chart over cells of the workbook: it changes with them in Excel, and carries their values for readers that do not compute. */
import { columnLetter, type PlacedTable, type TableColumn } from './add-table';

export type CellRange<Value> = { reference: string; values: readonly Value[] };

export type ChartSeries = { name: string; color: string; isDashed?: true; values: CellRange<number | null> };

export type WorkbookChart = {
  kind: 'bar' | 'line';
  title: string;
  valueTitle: string;
  categories: CellRange<string>;
  series: readonly ChartSeries[];
};

/** As on screen and paper: dark for new, light for used. */
export const chartColors = { new: '21468F', used: '8CB7AE', forecast: '21468F', range: '9AA9C9' } as const;

/** The cells of a column in the rows from `from` to before `to` of a placed table, with the values that they show. */
export function columnRange<Row, Value>(
  sheetName: string,
  placed: PlacedTable,
  columns: readonly TableColumn<Row>[],
  key: string,
  { from, to }: { from: number; to: number },
  values: readonly Value[],
): CellRange<Value> {
  const letter = columnLetter(1 + columns.findIndex((column) => column.key === key));
  const reference = `'${sheetName}'!$${letter}$${placed.firstRow + from}:$${letter}$${placed.firstRow + to - 1}`;
  return { reference, values };
}
