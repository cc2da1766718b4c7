/**
 * Order status of the makers' systems -> DOSO's states. GM event codes are alphanumeric text ("4B00", "4V03"),
 * read by their leading characters; Stellantis codes are letters; plain words are taken as they are.
 */
import type { OrderStatus } from '../types';

/** The longest prefix that fits decides. */
const GM_EVENTS: Readonly<Record<string, OrderStatus>> = {
  '1': 'draft',
  '2': 'accepted',
  '25': 'placed',
  '30': 'scheduled',
  '31': 'scheduled',
  '33': 'scheduled',
  '34': 'in_production',
  '35': 'in_production',
  '37': 'in_production',
  '38': 'built',
  '40': 'built',
  '4B': 'on_hold',
  '41': 'built',
  '4150': 'invoiced',
  '42': 'in_transit',
  '43': 'in_transit',
  '48': 'in_transit',
  '4V': 'in_transit',
  '5': 'at_dealer',
  '6': 'sold',
  '9': 'cancelled',
};

const STELLANTIS_CODES: Readonly<Record<string, OrderStatus>> = {
  BA: 'draft',
  BB: 'draft',
  BD: 'draft',
  BE: 'draft',
  BG: 'accepted',
  BX: 'placed',
  C: 'scheduled',
  D: 'scheduled',
  E: 'in_production',
  F: 'in_production',
  G: 'in_production',
  I: 'in_production',
  J: 'built',
  JE: 'on_hold',
  JS: 'on_hold',
  KZ: 'invoiced',
  KZL: 'invoiced',
  KZM: 'in_transit',
  KZN: 'in_transit',
  KZO: 'in_transit',
  KZT: 'in_transit',
  KZU: 'in_transit',
  KZX: 'at_dealer',
  ZA: 'cancelled',
};

const WORDS: readonly [RegExp, OrderStatus][] = [
  [/cancel|purged/, 'cancelled'],
  [/hold|bayed/, 'on_hold'],
  [/in ?transit|shipped|rail|en ?route|transit/, 'in_transit'],
  [/in ?production|being built|broadcast|sequenced/, 'in_production'],
  [/invoiced|released/, 'invoiced'],
  [/at ?dealer|dealer receipt|received|arrived|delivered to dealer/, 'at_dealer'],
  [/delivered|sold|retailed/, 'sold'],
  [/built|produced/, 'built'],
  [/schedul|firm/, 'scheduled'],
  [/placed|allocated|preferenc/, 'placed'],
  [/accept|submitted|edited|clean|confirmed/, 'accepted'],
  [/draft|preliminary|entered|unscheduled|pending|new/, 'draft'],
];

/** Undefined for a status that is neither a known code nor a known word. */
export function orderStatusOf(text: string): OrderStatus | undefined {
  const code = text.trim().toUpperCase();
  const event = /^(\d[0-9A-Z]{3})(?![0-9A-Z])/.exec(code)?.[1];
  if (event !== undefined) return longestPrefix(GM_EVENTS, event);
  if (/^(B[ABDEGX]|[CDEFGI]\d?|J[BES]?|KZ[A-Z]*|ZA)[A-Z*]?$/.test(code))
    return longestPrefix(STELLANTIS_CODES, code);
  const words = text.toLowerCase().replace(/[_-]/g, ' ');
  return WORDS.find(([pattern]) => pattern.test(words))?.[1];
}

function longestPrefix(table: Readonly<Record<string, OrderStatus>>, code: string): OrderStatus | undefined {
  for (let length = code.length; length > 0; length--) {
    const status = table[code.slice(0, length)];
    if (status !== undefined) return status;
  }
  return undefined;
}
