/**
 * The ways to read a column's name: as it stands, without the unit that it states, and each half of a name in two
 * languages (`Price / Prix`).
 */
import { type HeaderName, normaliseHeader } from './normalise-header';

const UNIT =
  /^(#|no\.?|\$|usd|us\$|cad?\$|cad|chf|eur|gbp|mxn|€|%|mi\.?|miles|km|kms|days?|yrs?|units?|[mdy]{1,4}([/.-][mdy]{1,4}){1,2}|y\/n|n\/u)$/i;
const STATED_UNIT = /\s*[([]([^()[\]]{1,12})[)\]]/g;
const CURRENCY = /\s+(?:usd|cad|chf|eur|gbp|mxn)$/i;
const BETWEEN_LANGUAGES = /\s+[/|]\s+|\s*[\r\n]+\s*/;

/** Whether a cell below or beside a name says only what it is counted in. */
export function isUnit(text: string): boolean {
  return UNIT.test(text.trim().replace(/^[([](.*)[)\]]$/, '$1'));
}

/** The name as it stands first. */
export function headerReadings(header: string): HeaderName[] {
  const bare = header
    .replace(STATED_UNIT, (whole, inner: string) => (isUnit(inner) ? '' : whole))
    .replace(CURRENCY, '');
  const parts = bare.split(BETWEEN_LANGUAGES).filter((part) => part.trim() !== '');
  const texts = new Set([header, bare, ...(parts.length > 1 ? parts : [])]);
  return [...texts].map(normaliseHeader);
}
