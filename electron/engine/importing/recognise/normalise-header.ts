/**
 * Brings column names to one form, so that `Stock #`, `STOCK-NO`, `stockNumber` and `Stk No.` compare equal:
 * words in lower case, abbreviations spelled out, punctuation gone.
 */
import { TRADE_WORDS } from './trade-words';

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  no: 'number',
  nbr: 'number',
  num: 'number',
  nr: 'number',
  stk: 'stock',
  yr: 'year',
  mdl: 'model',
  ext: 'exterior',
  int: 'interior',
  colour: 'color',
  clr: 'color',
  trans: 'transmission',
  desc: 'description',
  odo: 'odometer',
  amt: 'amount',
  qty: 'quantity',
  dt: 'date',
  veh: 'vehicle',
  cust: 'customer',
  cert: 'certified',
  eng: 'engine',
  avg: 'average',
  pct: 'percent',
  est: 'estimated',
  inv: 'inventory',
  dlr: 'dealer',
  grs: 'gross',
  profit: 'gross',
  pft: 'gross',
  vehid: 'vehicle',
  mileage: 'miles',
  mi: 'miles',
  purch: 'purchase',
  recd: 'received',
  rcvd: 'received',
  acct: 'accounting',
  whsl: 'wholesale',
};

/** Words that say where, not what. */
const FILLERS: ReadonlySet<string> = new Set([
  ...['in', 'of', 'the', 'at', 'on', 'to', 'a', 'and', 'end'],
  ...['de', 'del', 'la', 'el', 'le', 'du', 'des', 'd', 'der', 'die', 'das', 'am', 'zum', 'y', 'et', 'und'],
]);

export type HeaderName = {
  /** Words in the order written. */
  readonly words: readonly string[];
  /** The words run together: equal whatever separated them. */
  readonly joined: string;
  /** The distinct words without fillers, sorted: equal whatever their order. */
  readonly bag: string;
};

export function normaliseHeader(text: string): HeaderName {
  const spaced = text
    .replace(/^\uFEFF/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/N[°º]/g, ' number ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/#/g, ' number ')
    .replace(/%/g, ' percent ')
    .toLowerCase();
  const words = (spaced.match(/[a-z]+|\d+/g) ?? []).flatMap(
    (word) => ABBREVIATIONS[word] ?? TRADE_WORDS.get(word) ?? word,
  );
  const bag = [...new Set(words.filter((word) => !FILLERS.has(word)))].sort().join(' ');
  return { words, joined: words.join(''), bag };
}
