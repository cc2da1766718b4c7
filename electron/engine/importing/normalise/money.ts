/**
 * Money as exports write it: `$12,345.00`, `16,999`, `(1,234.56)`, `1,234.56-`, `CA$ 900`, `1.234,56`.
 * Whether a comma is the decimal sign, and whether the unit is cents already, is decided per column.
 */
import type { Cents } from '@shared/domain/money';

export type MoneyFormat = { readonly hasDecimalComma: boolean; readonly isInCents: boolean };

const PLAIN = /^-?\d+(\.\d{1,2})?$/;
const SYMBOLS = /[$£€\s]|\b(?:US|CA|USD|CAD|CHF|EUR|GBP|MXN|Fr|SFr)\b\.?|(?:US|CA|MX)(?=\$)/gi;
/** `23.9K`, `1.2M`: amounts as people write them by hand. */
const ROUNDED = /(\d)([km])(?=\)?-?$)/i;
/** `31'450.–`: no cents. */
const NO_CENTS = /[.,][–—-]{1,2}$/;

/** Undefined when the text is no amount. */
export function parseMoney(text: string, format: MoneyFormat): Cents | undefined {
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
