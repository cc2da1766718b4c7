/** Columns of the inventory grid; an id is the engine's name for sorting, where it sorts by it. */
import type { StockUnit } from '@shared/contract/inventory';
import type { ColDef } from 'ag-grid-community';
import { capitalize, formatCount, formatDay, formatMoney } from '../../lib/format';
import { STATUS_WORDS } from './stock-words';

type Column = ColDef<StockUnit>;
type Value = string | number | null | undefined;

function textColumn(
  colId: string,
  headerName: string,
  width: number,
  read: (unit: StockUnit) => Value,
): Column {
  return { colId, headerName, width, valueGetter: ({ data }) => (data ? (read(data) ?? '') : '') };
}

function numberColumn(
  colId: string,
  headerName: string,
  width: number,
  read: (unit: StockUnit) => number | null,
  write: (value: number | null) => string,
): Column {
  return {
    colId,
    headerName,
    width,
    type: 'rightAligned',
    valueGetter: ({ data }) => (data ? write(read(data)) : ''),
  };
}

/** Takes a share of the width that is left over; its width is then the least. */
function growing(column: Column): Column {
  const { width, ...rest } = column;
  return { ...rest, flex: 1, ...(width !== undefined && { minWidth: width }) };
}

/** What a unit is known by and what it costs come first: they fit the smallest window. */
export const unitColumns: Column[] = [
  { ...textColumn('stockNumber', 'Stock #', 98, (unit) => unit.stockNumber), pinned: 'left' },
  {
    ...textColumn('vinEnd', 'VIN, last 8', 94, (unit) => unit.vin?.slice(-8)),
    sortable: false,
    headerTooltip: 'The whole VIN is in the last column',
  },
  textColumn('condition', 'Type', 76, (unit) =>
    unit.isCertified ? 'Certified' : capitalize(unit.condition),
  ),
  textColumn('modelYear', 'Year', 58, (unit) => unit.build.modelYear),
  growing(textColumn('model', 'Model', 112, (unit) => unit.build.model)),
  growing(textColumn('trim', 'Trim', 78, (unit) => unit.build.trim)),
  growing(textColumn('exteriorColor', 'Exterior', 116, (unit) => unit.build.exteriorColor)),
  textColumn('status', 'Status', 96, (unit) => STATUS_WORDS[unit.status]),
  numberColumn('ageDays', 'Days', 68, (unit) => unit.ageDays, formatCount),
  numberColumn('costCents', 'Cost', 82, (unit) => unit.costCents, formatMoney),
  numberColumn('priceCents', 'Price', 82, (unit) => unit.priceCents, formatMoney),
  {
    ...numberColumn('holdingCost', 'Held to date', 98, (unit) => unit.holdingCostToDateCents, formatMoney),
    sortable: false,
    headerTooltip: 'Floor-plan interest and other holding cost since the free days ended',
  },
  numberColumn('msrpCents', 'MSRP', 90, (unit) => unit.msrpCents, formatMoney),
  numberColumn('odometerMiles', 'Miles', 76, (unit) => unit.odometerMiles, formatCount),
  textColumn('receivedOn', 'In since', 110, (unit) => formatDay(unit.receivedOn)),
  textColumn('vin', 'VIN', 176, (unit) => unit.vin),
];
