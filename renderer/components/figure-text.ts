/** How a figure of the contract is written: its value by unit, and what it rests on. */
import type { Figure } from '@shared/contract/primitives';
import {
  formatCount,
  formatDays,
  formatDecimal,
  formatMoney,
  formatMoneyCompact,
  formatPercent,
  MISSING,
} from '../lib/format';
import { texts } from '../texts/texts';

const words = texts.components.figure;

export function writeFigure(figure: Figure): string {
  if (figure.value === null) return MISSING;
  switch (figure.unit) {
    case 'units':
      return formatCount(figure.value);
    case 'cents':
      return formatMoneyCompact(figure.value);
    case 'cents_per_day':
      return formatMoney(figure.value);
    case 'days':
      return formatDays(figure.value);
    case 'ratio':
      return formatPercent(figure.value);
    case 'turns_per_year':
      return `${formatDecimal(figure.value)}×`;
  }
}

/** `n 212 · 45 days`, or the reason why there is no value. */
export function writeBasis(figure: Figure): string {
  if (figure.value === null && figure.note) return figure.note;
  const window = figure.windowDays === null ? null : words.days(figure.windowDays);
  return [words.sample(formatCount(figure.sampleSize)), window].filter(Boolean).join(' · ');
}

/** The whole small print, for a tooltip. */
export function writeSmallPrint(figure: Figure): string {
  const parts = [
    capitalizeSentence(figure.population),
    figure.windowDays === null ? null : words.window(figure.windowDays),
    figure.dateField ? words.dateField(figure.dateField) : null,
    words.sampleSize(formatCount(figure.sampleSize)),
    figure.note,
  ];
  return parts.filter(Boolean).join('. ');
}

function capitalizeSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');
}
