/**
 * Words and codes of dealer systems for what DOSO has a closed list of: condition, stock status, sale type,
 * deal state, decision. Looked up without case and punctuation; undefined when a word is not known.
 */
import type { DealState, Decision, SaleType, StockStatus, VehicleCondition } from '../types';

type Words<Value extends string> = ReadonlyMap<string, Value>;

function vocabulary<Value extends string>(words: Record<Value, readonly string[]>): Words<Value> {
  const entries: [string, Value][] = [];
  for (const value of Object.keys(words) as Value[]) {
    entries.push([keyOf(value), value], ...words[value].map((word): [string, Value] => [keyOf(word), value]));
  }
  return new Map(entries);
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const USED_ABROAD = ['gebraucht', 'gebrauchtwagen', 'usado', 'usada', 'seminuevo', 'occasion', 'usage'];

export type ConditionWord = VehicleCondition | 'certified' | 'demo' | 'loaner';

const CONDITIONS = vocabulary<ConditionWord>({
  new: ['n', 'isnew', 'brandnew', 'neu', 'neuwagen', 'nuevo', 'nueva', 'neuf', 'neuve'],
  used: ['u', 'preowned', 'pre-owned', 'usedcar', 'usd', 'wholesale', 'consignment', 'p', ...USED_ABROAD],
  certified: ['cpo', 'c', 'certified pre-owned', 'certifiedused', 'certified used'],
  demo: ['demonstrator', 'd', 'vorfuehrwagen', 'vorfhrwagen'],
  loaner: ['co veh', 'courtesy', 'service loaner', 'rental', 'ctp'],
});

export function conditionWord(text: string): ConditionWord | undefined {
  return CONDITIONS.get(keyOf(text));
}

const STOCK_STATUSES = vocabulary<StockStatus>({
  available: [
    'in stock',
    'in inventory',
    'stock',
    'active',
    'front line',
    'frontline ready',
    'frontline',
    'retail ready',
    'ready',
    'on lot',
    'live',
    'open',
    's',
    'a',
    'recon',
    'in recon',
    'retail',
    'in service',
    'instock',
    'arrived',
    'at dealer',
    'for sale',
  ],
  sold_not_delivered: [
    'sold',
    'sold undelivered',
    'snd',
    'pending delivery',
    'pending sale',
    'deal pending',
    'sale pending',
    'sold pending',
    'delivery pending',
    'booked',
  ],
  on_hold: [
    'hold',
    'held',
    'deposit',
    'dealer hold',
    'manager hold',
    'title hold',
    'wholesale hold',
    'service hold',
    'sale hold',
    'recall hold',
    'h',
    'unavailable',
    'stop sale',
  ],
  demo: ['demonstrator', 'company car'],
  loaner: ['co veh', 'courtesy', 'courtesy vehicle', 'service loaner', 'rental', 'service rental', 'ctp'],
  in_transit: ['transit', 'intransit', 'inbound', 'in-bound', 'shipped', 'on order', 'en route', 'it', 't'],
});

export function stockStatusWord(text: string): StockStatus | undefined {
  return STOCK_STATUSES.get(keyOf(text));
}

export type SaleTypeWord = SaleType | 'quote';

const SALE_TYPES = vocabulary<SaleTypeWord>({
  retail: [
    'r',
    'cash',
    'finance',
    'c',
    'p',
    'purchase',
    'bhph',
    'b',
    'ret',
    'sale',
    'retail sale',
    'balloon',
    'financed',
  ],
  lease: ['l', 'lse', 'leased', 'retail lease', 'one pay lease'],
  fleet: ['f', 'flt', 'commercial', 'government', 'fleet sale'],
  wholesale: ['w', 'whsl', 'wholesale sale', 'auction', 'ws', 'whl'],
  dealer_trade: ['d', 'dt', 'dlr trade', 'dealertrade', 'dx', 'dealer transfer', 'swap', 'intercompany'],
  quote: ['q', 'desk quote', 'proposal'],
});

/** Sale types as a "sale type" column has them: F is fleet. */
export function saleTypeWord(text: string): SaleTypeWord | undefined {
  return SALE_TYPES.get(keyOf(text));
}

/** Deal types as a "deal type" or "record type" column has them: F is finance. */
export function dealTypeWord(text: string): SaleTypeWord | undefined {
  return keyOf(text) === 'f' ? 'retail' : SALE_TYPES.get(keyOf(text));
}

export type DealStateWord = DealState | 'quote';

const DEAL_STATES = vocabulary<DealStateWord>({
  counted: [
    'b',
    'f',
    'd',
    'c',
    'booked',
    'booked/recapped',
    'recapped',
    'finalized',
    'finalised',
    'final',
    'delivered',
    'closed',
    'capped',
    'complete',
    'completed',
    'sold',
    'posted',
    'a',
    'accounting',
    'funded',
    'contracted',
    'invoiced',
    'y',
    'yes',
    'true',
    '1',
  ],
  pending: [
    'p',
    'open',
    'working',
    'w',
    'in progress',
    'incomplete',
    'pending delivery',
    'o',
    'new',
    'n',
    'no',
    'false',
    '0',
    'desking',
  ],
  reversed: [
    'u',
    'unwound',
    'unwind',
    'reversed',
    'void',
    'voided',
    'v',
    'cancelled',
    'canceled',
    'x',
    'deleted',
    'backed out',
    'backout',
    'rescinded',
    'dead',
    'lost',
    'r',
  ],
  quote: ['q', 'quoted', 'proposal'],
});

export function dealStateWord(text: string): DealStateWord | undefined {
  return DEAL_STATES.get(keyOf(text));
}

const DECISIONS = vocabulary<Decision>({
  accepted: ['accept', 'yes', 'a', 'approved', 'followed', 'as recommended'],
  changed: ['change', 'modified', 'edited', 'partial', 'c', 'adjusted'],
  declined: ['decline', 'rejected', 'no', 'd', 'refused', 'skipped'],
});

export function decisionWord(text: string): Decision | undefined {
  return DECISIONS.get(keyOf(text));
}

/** Undefined when the text is neither yes nor no. */
export function flagWord(text: string): boolean | undefined {
  const key = keyOf(text);
  if (['y', 'yes', 'true', '1', 't', 'x', 'c', 'cpo', 'certified'].includes(key)) return true;
  if (['n', 'no', 'false', '0', 'f', ''].includes(key)) return false;
  return undefined;
}
