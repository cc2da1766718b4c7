/**
 * Customers who plainly do not exist: an importer must drop them, so the sample must have them. Telephone
 * numbers come from the range that is reserved for fiction (555-0100 to 555-0199).
 */
import type { RandomSource } from './random-source';
import type { StoreProfile } from './store-plan';

const FIRST_NAMES = [
  'Alex',
  'Blake',
  'Casey',
  'Dana',
  'Ellis',
  'Finley',
  'Gale',
  'Harper',
  'Indigo',
  'Jordan',
];
const LAST_NAMES = [
  'Anybody',
  'Examplesworth',
  'Fictionby',
  'Imaginer',
  'Makebelieve',
  'Nobodyson',
  'Placeholder',
  'Pretendleton',
  'Sampleton',
  'Testington',
];
const STREETS = ['Invented St', 'Makebelieve Ave', 'Nowhere Ln', 'Pretend Rd', 'Sample Dr'];

export type Person = {
  firstName: string;
  lastName: string;
  address: string;
  city: string;
  state: string;
  zip: string;
  phone: string;
};

export function inventPerson(random: RandomSource, profile: StoreProfile): Person {
  const [city, zip] = random.pick(profile.places);
  return {
    firstName: random.pick(FIRST_NAMES),
    lastName: random.pick(LAST_NAMES),
    address: `${random.integer(1, 999)} ${random.pick(STREETS)}`,
    city,
    state: profile.state,
    zip,
    phone: `${profile.areaCode}-555-01${String(random.integer(0, 99)).padStart(2, '0')}`,
  };
}

export const SALESPEOPLE: readonly string[] = [
  'Avery Notreal',
  'Morgan Madeup',
  'Quinn Standin',
  'Riley Figment',
  'Sawyer Mockley',
  'Taylor Dummyworth',
];
