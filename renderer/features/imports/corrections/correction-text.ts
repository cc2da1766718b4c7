/** Values of records as people read and write them; between them and DOSO money is text in cents. */
import type { CorrectedRecord } from '@shared/contract/corrections';
import { isCalendarDay } from '@shared/domain/calendar-day';
import { isVinShaped } from '@shared/domain/vin';
import { formatCount, formatDay, formatExactMoney, MISSING } from '../../../lib/format';
import { texts } from '../../../texts/texts';

const words = texts.imports.corrections;

export const RECORD_WORDS: Record<CorrectedRecord, string> = words.records;

/** Fields of which the value is one of a few words. */
export const FIELD_CHOICES: Readonly<Record<string, readonly string[]>> = {
  condition: ['new', 'used'],
  isCertified: ['true', 'false'],
  status: ['available', 'sold_not_delivered', 'on_hold', 'demo', 'loaner', 'in_transit'],
  saleType: ['retail', 'lease', 'fleet', 'wholesale', 'dealer_trade'],
  dealState: ['counted', 'pending', 'reversed'],
};

const isMoney = (field: string) => /Cents$/.test(field);
const isDay = (field: string) => /On$/.test(field);

export function choiceWord(value: string): string {
  return words.choices[value] ?? value;
}

/** How a value is shown. */
export function valueText(field: string, value: string | null): string {
  if (value === null) return MISSING;
  if (isMoney(field)) return formatExactMoney(Number(value));
  if (isDay(field)) return formatDay(value);
  if (field === 'odometerMiles') return words.miles(formatCount(Number(value)));
  return FIELD_CHOICES[field] ? choiceWord(value) : value;
}

/** What stands in the box when a value is going to be corrected: dollars for money. */
export function editText(field: string, value: string | null): string {
  if (value === null) return '';
  return isMoney(field) ? (Number(value) / 100).toFixed(2) : value;
}

/** What is meant by the text of the box; null for empty. Text that is no amount stays, to be refused with a reason. */
export function statedValue(field: string, text: string): string | null {
  const value = text.trim();
  if (value === '') return null;
  if (isMoney(field)) return centsOf(value) ?? value;
  return field === 'odometerMiles' ? value.replace(/,(?=\d{3})/g, '') : value;
}

function centsOf(text: string): string | null {
  const amount = /^(-|−)?\$?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!amount) return null;
  const [, minus, dollars = '', cents = ''] = amount;
  const total = Number(dollars.replace(/,/g, '')) * 100 + Number(cents.padEnd(2, '0'));
  return minus && total > 0 ? `-${total}` : String(total);
}

/** Why the text of the box cannot be meant; null when it can. */
export function faultOf(field: string, text: string): string | null {
  const value = statedValue(field, text);
  if (value === null) return null;
  if (isMoney(field) && !/^-?\d+$/.test(value)) return words.faults.money;
  if (isDay(field) && !isCalendarDay(value)) return words.faults.day;
  if (field === 'odometerMiles' && !/^\d+$/.test(value)) return words.faults.miles;
  if (field === 'modelYear' && !/^(19|20)\d\d$/.test(value)) return words.faults.year;
  return field === 'vin' && !isVinShaped(value.toUpperCase()) ? words.faults.vin : null;
}

export function hintOf(field: string): string | null {
  if (isMoney(field)) return words.hints.money;
  if (isDay(field)) return words.hints.day;
  return field === 'odometerMiles' ? words.hints.miles : null;
}
