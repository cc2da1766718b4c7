/** Columns of the inventory grid; an id is the engine's name for sorting, where it sorts by it. */
import type { StockUnit } from '@shared/contract/inventory';
import type { ColDef } from 'ag-grid-community';
import { growing, numberColumn, textColumn } from '../../components/column-kinds';
import { formatCount, formatDay, formatMoney } from '../../lib/format';
import { texts } from '../../texts/texts';
import { STATUS_WORDS } from './stock-words';

const words = texts.inventory.list.columns;

type Column = ColDef<StockUnit>;

/** What a unit is known by and what it costs come first: they fit the smallest window. */
export const unitColumns: Column[] = [
  { ...textColumn('stockNumber', words.stockNumber, 98, (unit) => unit.stockNumber), pinned: 'left' },
  {
    ...textColumn('vinEnd', words.vinEnd, 94, (unit) => unit.vin?.slice(-8)),
    sortable: false,
    headerTooltip: words.vinEndMeans,
  },
  textColumn('condition', words.condition, 76, (unit) =>
    unit.isCertified ? texts.inventory.list.certified : texts.terms.conditions[unit.condition],
  ),
  textColumn('modelYear', words.modelYear, 58, (unit) => unit.build.modelYear),
  growing(textColumn('model', words.model, 112, (unit) => unit.build.model)),
  growing(textColumn('trim', words.trim, 78, (unit) => unit.build.trim)),
  growing(textColumn('exteriorColor', words.exteriorColor, 116, (unit) => unit.build.exteriorColor)),
  textColumn('status', words.status, 96, (unit) => STATUS_WORDS[unit.status]),
  numberColumn('ageDays', words.ageDays, 68, (unit) => unit.ageDays, formatCount),
  numberColumn('costCents', words.costCents, 82, (unit) => unit.costCents, formatMoney),
  numberColumn('priceCents', words.priceCents, 82, (unit) => unit.priceCents, formatMoney),
  {
    ...numberColumn('holdingCost', words.holdingCost, 98, (unit) => unit.holdingCostToDateCents, formatMoney),
    sortable: false,
    headerTooltip: words.holdingCostMeans,
  },
  numberColumn('msrpCents', words.msrpCents, 90, (unit) => unit.msrpCents, formatMoney),
  numberColumn('odometerMiles', words.odometerMiles, 76, (unit) => unit.odometerMiles, formatCount),
  textColumn('receivedOn', words.receivedOn, 110, (unit) => formatDay(unit.receivedOn)),
  textColumn('vin', words.vin, 176, (unit) => unit.vin),
];
