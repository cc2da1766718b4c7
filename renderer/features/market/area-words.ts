import { texts } from '../../texts/texts';

const words = texts.market.areas;

/** `ZIP 49441`, `ZIP 494xx`, `MI`: an area by its code. */
export function areaName(code: string): string {
  if (/^\d{5}$/.test(code)) return words.zip(code);
  return /^\d{3}$/.test(code) ? words.zip3(code) : code;
}
