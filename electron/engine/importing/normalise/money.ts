/**
 * Money as exports write it: `$12,345.00`, `16,999`, `(1,234.56)`, `1,234.56-`, `CA$ 900`, `1.234,56`.
 * Whether a comma is the decimal sign, and whether the unit is cents already, is decided per column.
 */
import type { Cents } from '@shared/domain/money';

export type MoneyFormat = { readonly hasDecimalComma: boolean; readonly isInCents: boolean };

const PLAIN = /^-?\d+(\.\d{1,2})?$/;
/** More digits than any amount of a dealer, and few enough to be counted exactly. */
const MOST_PLAIN_CHARACTERS = 13;
const SYMBOLS = /[$£€\s]|\b(?:US|CA|USD|CAD|CHF|EUR|GBP|MXN|Fr|SFr)\b\.?|(?:US|CA|MX)(?=\$)/gi;
/** `23.9K`, `1.2M`: amounts as people write them by hand. */
const ROUNDED = /(\d)([km])(?=\)?-?$)/i;
/** `31'450.–`: no cents. */
const NO_CENTS = /[.,][–—-]{1,2}$/;

/** Undefined when the text is no amount. */
export function parseMoney(text: string, format: MoneyFormat): Cents | undefined {
  const plain = format.isInCents ? undefined : plainCents(text);
  if (plain !== undefined) return plain;
  if (!/\d/.test(text)) return undefined;
  if (PLAIN.test(text)) return toCents(Number(text), format);
  const short = text.replace(SYMBOLS, '').replace(NO_CENTS, '');
  const factor = FACTORS[ROUNDED.exec(short)?.[2]?.toLowerCase() ?? ''] ?? 1;
  const bare = factor === 1 ? short : short.replace(ROUNDED, '$1');
  const isNegative = /^\(.*\)$/.test(bare) || /^-|-$|CR$/i.test(bare);
  const digits = bare.replace(/^\(|\)$|^[-+]|-$|CR$/gi, '');
  const number = format.hasDecimalComma
    ? digits.replace(/[.'’`]/g, '').replace(',', '.')
    : digits.replace(/[,'’`]/g, '');
  if (!/^\d*\.?\d+(E\+?\d+)?$|^\d+\.$/i.test(number)) return undefined;
  return toCents(factor * (isNegative ? -Number(number) : Number(number)), format);
}

const FACTORS: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };

/** `-123.45`, as most cells have it, read digit by digit; undefined for any other form. */
function plainCents(text: string): Cents | undefined {
  const { length } = text;
  const first = text.charCodeAt(0) === MINUS ? 1 : 0;
  if (length === first || length > MOST_PLAIN_CHARACTERS) return undefined;
  let value = 0;
  let point = -1;
  for (let at = first; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && point < 0 && at > first) point = at;
    else if (code < ZERO || code > ZERO + 9) return undefined;
    else value = value * 10 + code - ZERO;
  }
  const decimals = point < 0 ? 0 : length - 1 - point;
  if (decimals > 2 || point === length - 1) return undefined;
  const cents = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100;
  return first === 1 && cents !== 0 ? -cents : cents;
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;

function toCents(value: number, { isInCents }: MoneyFormat): Cents {
  const cents = Math.round(isInCents ? value : value * 100);
  return cents === 0 ? 0 : cents;
}

/** A comma before one or two last digits is a decimal sign, unless a point is used as one in the same column. */
export function decideMoneyFormat(header: string, values: readonly string[]): MoneyFormat {
  const hasDecimalComma =
    values.some((value) => /\d,\d{1,2}\D*$/.test(value)) &&
    !values.some((value) => /\.\d{1,2}\D*$/.test(value));
  return { hasDecimalComma, isInCents: /cents\b/i.test(header) };
}
