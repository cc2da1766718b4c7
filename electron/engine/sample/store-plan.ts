/** The two fictional stores and the knobs of one simulation. */
import type { ModelLine, Season } from './vehicle-spec';

export type StoreProfile = {
  code: string;
  name: string;
  region: string;
  /** Share of a two-store group's sales. */
  groupShare: number;
  /** Demand of a line's season kind against the reference store. */
  taste: Readonly<Record<Season, number>>;
  dealerOrderCode: string;
  stockPrefix: string;
  areaCode: string;
  state: string;
  places: readonly (readonly [city: string, zip: string])[];
};

export type StorePlan = {
  profile: StoreProfile;
  lines: readonly ModelLine[];
  seed: number;
  /** Day numbers; sales are reported from `firstDay` to `asOfDay`, both included. */
  firstDay: number;
  asOfDay: number;
  /** Size against the reference store, which sells about 90 new and 70 used cars a month. */
  scale: number;
  /** Ids of this store's units are `storeIndex` modulo `storeCount`, so that VINs differ between stores. */
  storeIndex: number;
  storeCount: number;
};

const HARBOR: StoreProfile = {
  code: 'HARBOR',
  name: 'Harborview Chevrolet',
  region: 'Great Lakes',
  groupShare: 0.6,
  taste: { truck: 1, suv: 1, car: 1, sports: 1 },
  dealerOrderCode: '18427',
  stockPrefix: 'H',
  areaCode: '231',
  state: 'MI',
  places: [
    ['Muskegon', '49441'],
    ['Muskegon', '49442'],
    ['Muskegon', '49444'],
    ['North Muskegon', '49445'],
    ['Grand Haven', '49417'],
    ['Spring Lake', '49456'],
    ['Holland', '49423'],
    ['Holland', '49424'],
    ['Zeeland', '49464'],
    ['Whitehall', '49461'],
    ['Fruitport', '49415'],
    ['Grand Rapids', '49504'],
    ['Grandville', '49418'],
  ],
};

const SUMMIT: StoreProfile = {
  code: 'SUMMIT',
  name: 'Summit Ridge Chevrolet',
  region: 'Front Range',
  groupShare: 0.4,
  taste: { truck: 1.25, suv: 1.05, car: 0.65, sports: 0.9 },
  dealerOrderCode: '26311',
  stockPrefix: 'S',
  areaCode: '970',
  state: 'CO',
  places: [
    ['Fort Collins', '80525'],
    ['Fort Collins', '80526'],
    ['Loveland', '80538'],
    ['Loveland', '80537'],
    ['Windsor', '80550'],
    ['Greeley', '80634'],
    ['Greeley', '80631'],
    ['Longmont', '80501'],
    ['Longmont', '80503'],
    ['Erie', '80516'],
  ],
};

export const STORE_PROFILES: readonly StoreProfile[] = [HARBOR, SUMMIT];
