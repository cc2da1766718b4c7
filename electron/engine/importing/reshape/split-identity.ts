/**
 * Stock number, VIN and perhaps the vehicle's title in one cell: `U1042A / 1HGCV...`, or one below the other. Each part is
 * told by its form and gets a column of its own after the others; the cell stays as it is.
 */
import { hasValidCheckDigit } from '@shared/domain/vin';
import { parseVehicleTitle } from '../normalise/vehicle-title';
import type { RawRow } from '../types';
import type { RowShaper } from './reshape-table';

const LEAST_SHARE = 0.6;
const NAMES = ['VIN', 'Stock Number', 'Vehicle'] as const;
const LATEST_YEAR = 2098;

type Parts = readonly [vin: string, stockNumber: string, title: string];

export function findIdentityCells(rows: readonly RawRow[]): RowShaper | undefined {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    cells.forEach((cell, column) => {
      if (partsOf(cell) !== null) counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  }
  const [found] = [...counts].sort(([, one], [, other]) => other - one);
  if (!found) return undefined;
  const [column, count] = found;
  const first = rows.findIndex(({ cells }) => partsOf(cells[column] ?? '') !== null);
  const filled = rows.slice(first).filter(({ cells }) => (cells[column] ?? '').trim() !== '');
  if (count < filled.length * LEAST_SHARE || isVinElsewhere(rows, column)) return undefined;
  const parts = rows.map(({ cells }) => partsOf(cells[column] ?? ''));
  const kept = NAMES.flatMap((_, part) => (parts.some((found) => found?.[part]) ? [part] : []));
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const name = rows[first - 1]?.cells[column]?.trim();
  return (row) => {
    const isHeader = name !== undefined && name !== '' && row.cells[column]?.trim() === name;
    const own = isHeader ? NAMES : partsOf(row.cells[column] ?? '');
    if (!own) return [row];
    const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? '');
    return [{ line: row.line, cells: [...cells, ...kept.map((part) => own[part] ?? '')] }];
  };
}

function isVinElsewhere(rows: readonly RawRow[], column: number): boolean {
  const isVin = (cell: string) => hasValidCheckDigit(cell.trim().toUpperCase());
  const elsewhere = rows.filter(({ cells }) => cells.some((cell, at) => at !== column && isVin(cell)));
  return elsewhere.length * 2 > rows.length;
}

/** Null when the cell is not a VIN and something beside it that tells the vehicle. */
function partsOf(cell: string): Parts | null {
  if (cell.length < 20 || cell.length > 200) return null;
  const words = cell.toUpperCase().match(/[A-Z0-9]{17}/g) ?? [];
  const [vin, another] = words.filter(hasValidCheckDigit);
  if (vin === undefined || another !== undefined) return null;
  const rest = cell
    .split(/[\n\r|;,]+|\s[/–—-]\s|\/|\s{2,}/)
    .flatMap((piece) => piece.split(new RegExp(vin, 'i')))
    .map((piece) => piece.replace(/^(vin|stock|stk)\b\W*|[([\]):]/gi, '').trim())
    .filter((piece) => piece !== '');
  const title = rest.find((piece) => /\s/.test(piece) && parseVehicleTitle(piece, LATEST_YEAR)) ?? '';
  const stockNumber = rest.find((piece) => piece !== title && /^(?=.*\d)[A-Z0-9-]{1,12}$/i.test(piece)) ?? '';
  return stockNumber === '' && title === '' ? null : [vin, stockNumber, title];
}
