/** A period in each column, as a pivot table shows units by month: each cell becomes a row with its period. */
import { periodOf } from '../normalise/period-text';
import { findHeader } from '../recognise/find-header';
import type { RawRow } from '../types';
import type { RowShaper } from './reshape-table';

const LEAST_PERIODS = 2;
const COUNT = /^(-|\d[\d,]*(\.0+)?)?$/;

export function findPeriodColumns(rows: readonly RawRow[]): RowShaper | undefined {
  const header = findHeader(rows);
  if (!header) return undefined;
  const periods = header.cells.map((cell) => periodOf(cell) ?? '');
  const columns = periods.flatMap((period, index) => (period === '' ? [] : [index]));
  const body = rows.slice(header.last + 1).filter((row) => columns.some((index) => row.cells[index]?.trim()));
  const isCounted = body.every(({ cells }) =>
    columns.every((index) => COUNT.test((cells[index] ?? '').trim())),
  );
  if (columns.length < LEAST_PERIODS || body.length === 0 || !isCounted) return undefined;
  const own = header.cells.flatMap((_, index) => (columns.includes(index) ? [] : [index]));
  const line = rows[header.last]?.line ?? 0;
  return (row) => {
    if (row.line < line) return [row];
    const kept = own.map((index) => (row.line === line ? header.cells[index] : row.cells[index]) ?? '');
    if (row.line === line) return [{ line: row.line, cells: [...kept, 'Period', 'Units'] }];
    return columns
      .filter((index) => (row.cells[index] ?? '').trim() !== '')
      .map((index) => ({ line: row.line, cells: [...kept, periods[index] ?? '', row.cells[index] ?? ''] }));
  };
}
