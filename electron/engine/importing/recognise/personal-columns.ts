/**
 * Which columns hold personal data. Of a buyer only the ZIP code is kept; everything else is never mapped, so it
 * never reaches the database. Judged by the name and, for names that say nothing, by the content.
 */
import { normaliseHeader } from './normalise-header';

const PERSONAL_WORDS: ReadonlySet<string> = new Set([
  'address',
  'street',
  'phone',
  'cell',
  'mobile',
  'fax',
  'email',
  'mail',
  'birth',
  'birthdate',
  'birthday',
  'dob',
  'ssn',
  'license',
  'licence',
  'salesman',
  'salesperson',
  'slsperson',
  'employer',
  'driver',
  'spouse',
  'gender',
  'firstname',
  'lastname',
  'fullname',
  'surname',
]);
const PEOPLE: ReadonlySet<string> = new Set([
  'buyer',
  'cobuyer',
  'customer',
  'client',
  'owner',
  'lessee',
  'manager',
  'salesman',
  'salesperson',
]);
const NAME_PARTS: ReadonlySet<string> = new Set(['first', 'last', 'middle', 'full', 'sur']);
const PEOPLE_DATA: ReadonlySet<string> = new Set([
  'name',
  'number',
  'id',
  'city',
  'state',
  'county',
  'age',
  'suffix',
  'title',
]);

/** Parts of an address: beside a ZIP code and a deal they point at a person, though alone they name no table of people. */
const ADDRESS_PARTS: ReadonlySet<string> = new Set([
  'city',
  'state',
  'county',
  'province',
  'country',
  'town',
  'apartment',
  'apt',
  'suite',
]);

export function isPersonalHeader(header: string): boolean {
  const { words } = normaliseHeader(header);
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  if (words.includes('zip') || words.includes('postal') || words.includes('zipcode')) return false;
  if (words.some((word) => word === 'dealer' || word === 'store')) return false;
  if (has(PERSONAL_WORDS)) return true;
  if (words.includes('name') && has(NAME_PARTS)) return true;
  if (has(PEOPLE) && (has(PEOPLE_DATA) || has(NAME_PARTS) || words.length === 1)) return true;
  return words.join(' ') === 'sold to' || words.at(-1) === 'manager';
}

export function isAddressPart(header: string): boolean {
  const { words } = normaliseHeader(header);
  return words.length > 0 && words.every((word) => ADDRESS_PARTS.has(word) || /^\d$/.test(word));
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
const PHONE = /^\+?1?[\s.-]?(\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}$/;

/** Whether at least a third of the values are e-mail addresses or written as telephone numbers. */
export function hasPersonalContent(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  const personal = filled.filter((value) => EMAIL.test(value.trim()) || PHONE.test(value.trim()));
  return filled.length > 0 && personal.length * 3 >= filled.length;
}
