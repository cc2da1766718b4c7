/** What the head of a section says of the rows below it: "NEW RETAIL", "Used Wholesale", "Dealer Trades". */
import type { RawRow, SaleType, VehicleCondition } from '../types';

export type Section = { readonly condition: VehicleCondition | null; readonly saleType: SaleType | null };

export const NO_SECTION: Section = { condition: null, saleType: null };

const SALE_TYPES: readonly [RegExp, SaleType][] = [
  [/\bdealer trades?\b|\bintercompany\b/i, 'dealer_trade'],
  [/\bwholesale\b|\bauction\b/i, 'wholesale'],
  [/\bfleet\b|\bcommercial\b/i, 'fleet'],
  [/\bleases?\b/i, 'lease'],
  [/\bretail\b/i, 'retail'],
];

/** Null when the row names no section. */
export function sectionOf({ cells }: RawRow): Section | null {
  const text = cells.join(' ');
  const condition = conditionIn(text);
  const saleType = SALE_TYPES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return condition === null && saleType === null ? null : { condition, saleType };
}

/** New or used, when the text says one of them. */
export function conditionIn(text: string): VehicleCondition | null {
  const isUsed = /\b(used|pre-?owned|cpo)\b/i.test(text);
  const isNew = /\bnew\b/i.test(text);
  return isUsed === isNew ? null : isUsed ? 'used' : 'new';
}
