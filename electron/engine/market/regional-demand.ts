/**
 * Where buyers live: deals counted by the buyer's ZIP code, added up to ZIP3 areas, states and distance bands round the
 * store. Distances are straight lines from ZIP centroids, not roads. Pure: rows and places in, figures out.
 */
import { distanceMiles, middlePlace, type Place } from './geography/distance';
import { stateOfZip } from './geography/zip-state';

export type ZipUnits = { zip: string | null; units: number; unitsYearBefore: number };

export type DemandArea = {
  code: string;
  state: string | null;
  latitude: number;
  longitude: number;
  units: number;
  unitsYearBefore: number;
  /** Of the deals that lie on the map. */
  share: number;
  /** From the store to the area's middle, weighted by its buyers; null while the store's place is unknown. */
  miles: number | null;
};

export type DistanceBand = {
  fromMiles: number;
  /** Null for the open last band. */
  toMiles: number | null;
  units: number;
  unitsYearBefore: number;
  share: number;
};

export type StorePlace = Place & {
  /** Stated in the settings, or taken as the middle of the store's buyers. */
  source: 'stated' | 'buyers';
  zip: string | null;
};

export const BAND_LIMITS_MILES = [10, 25, 50, 100] as const;

type Placed = ZipUnits & Place & { zip: string; miles: number | null };

export type RegionalDemand = {
  store: StorePlace | null;
  /** Deals of the window: all, on the map, without a ZIP code, with one that the map does not know. */
  totals: { units: number; placed: number; withoutZip: number; unknownZip: number };
  states: DemandArea[];
  zip3s: DemandArea[];
  zips: DemandArea[];
  bands: DistanceBand[];
};

export function regionalDemand(
  rows: readonly ZipUnits[],
  storeZip: string | null,
  find: (zip: string) => Place | null,
): RegionalDemand {
  const placed = rows.flatMap((row) => {
    const place = row.zip === null ? null : find(row.zip);
    return place && row.zip !== null ? [{ ...row, zip: row.zip, ...place }] : [];
  });
  const store = placeStore(storeZip, find, placed);
  const measured = placed.map((row) => ({ ...row, miles: store && distanceMiles(store, row) }));
  const count = (some: readonly ZipUnits[]) => some.reduce((sum, { units }) => sum + units, 0);
  const units = count(rows);
  const withoutZip = count(rows.filter(({ zip }) => zip === null));
  const onMap = count(placed);
  const areas = (codeOf: (row: Placed) => string | null) => addUp(measured, onMap, codeOf);
  return {
    store,
    totals: { units, placed: onMap, withoutZip, unknownZip: units - withoutZip - onMap },
    states: areas(({ zip }) => stateOfZip(zip)),
    zip3s: areas(({ zip }) => zip.slice(0, 3)),
    zips: areas(({ zip }) => zip),
    bands: store ? toBands(measured, onMap) : [],
  };
}

function placeStore(
  storeZip: string | null,
  find: (zip: string) => Place | null,
  placed: readonly (ZipUnits & Place)[],
): StorePlace | null {
  const stated = storeZip === null ? null : find(storeZip);
  if (stated) return { ...stated, source: 'stated', zip: storeZip };
  const middle = middlePlace(placed.map((row) => ({ ...row, weight: row.units })));
  return middle && { ...middle, source: 'buyers', zip: null };
}

function addUp(rows: readonly Placed[], onMap: number, codeOf: (row: Placed) => string | null): DemandArea[] {
  const groups = new Map<string, Placed[]>();
  for (const row of rows) {
    const code = codeOf(row);
    if (code !== null) groups.set(code, [...(groups.get(code) ?? []), row]);
  }
  return [...groups]
    .map(([code, members]) => toArea(code, members, onMap))
    .sort((a, b) => b.units - a.units || a.code.localeCompare(b.code));
}

/** An area whose buyers all came the year before keeps its place by those. */
function toArea(code: string, members: readonly Placed[], onMap: number): DemandArea {
  const units = members.reduce((sum, row) => sum + row.units, 0);
  const weigh = ({ units: now, unitsYearBefore }: Placed) => (units > 0 ? now : unitsYearBefore);
  const weight = members.reduce((sum, row) => sum + weigh(row), 0);
  const mean = (of: (row: Placed) => number) =>
    members.reduce((sum, row) => sum + of(row) * weigh(row), 0) / Math.max(1, weight);
  const [first] = members;
  return {
    code,
    state: first ? stateOfZip(first.zip) : null,
    latitude: mean((row) => row.latitude),
    longitude: mean((row) => row.longitude),
    units,
    unitsYearBefore: members.reduce((sum, row) => sum + row.unitsYearBefore, 0),
    share: onMap > 0 ? units / onMap : 0,
    miles: first?.miles == null ? null : mean((row) => row.miles ?? 0),
  };
}

function toBands(rows: readonly Placed[], onMap: number): DistanceBand[] {
  return [...BAND_LIMITS_MILES, null].map((toMiles, index) => {
    const fromMiles = index === 0 ? 0 : (BAND_LIMITS_MILES[index - 1] ?? 0);
    const inside = rows.filter((row) => isInBand(row.miles, fromMiles, toMiles));
    const units = inside.reduce((sum, row) => sum + row.units, 0);
    const unitsYearBefore = inside.reduce((sum, row) => sum + row.unitsYearBefore, 0);
    return { fromMiles, toMiles, units, unitsYearBefore, share: onMap > 0 ? units / onMap : 0 };
  });
}

export function isInBand(miles: number | null, fromMiles: number, toMiles: number | null): boolean {
  return miles !== null && miles >= fromMiles && (toMiles === null || miles < toMiles);
}
