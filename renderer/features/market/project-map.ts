/**
 * Places and outlines on one flat map of the United States (Albers, Alaska and Hawaii moved in), in the units of the
 * bundled outlines: 975 x 610. Pure; the outlines are passed in.
 */
import { geoAlbersUsa, geoCircle, geoPath } from 'd3-geo';

export const MAP_WIDTH = 975;
export const MAP_HEIGHT = 610;

/** As us-atlas projected its outlines. */
const projection = geoAlbersUsa()
  .scale(1300)
  .translate([MAP_WIDTH / 2, MAP_HEIGHT / 2]);
const circlePath = geoPath(projection);

type Place = { latitude: number; longitude: number };
export type Point = readonly [x: number, y: number];

/** Null for what lies outside the map: territories, the sea. */
export function pointOf({ latitude, longitude }: Place): Point | null {
  return projection([longitude, latitude]);
}

const MILES_A_DEGREE = 69.09;

/** The outline of so many miles round a place; empty where the map ends. */
export function ringPath({ latitude, longitude }: Place, miles: number): string {
  const ring = geoCircle()
    .center([longitude, latitude])
    .radius(miles / MILES_A_DEGREE);
  return circlePath(ring()) ?? '';
}

export type Frame = { x: number; y: number; width: number; height: number };
export const WHOLE_MAP: Frame = { x: 0, y: 0, width: MAP_WIDTH, height: MAP_HEIGHT };

/** Of the buyers, this share must be in view; the rest may lie outside. */
const SHARE_IN_VIEW = 0.97;
const MARGIN = 0.12;
/** Some 40 miles: closer, a map has nothing but dots. */
const LEAST_WIDTH = 14;

/** The part of the map that holds nearly all buyers, in the map's proportions. */
export function frameOf(places: readonly (Place & { units: number })[], aspect: number): Frame {
  const points = places.flatMap((place) => {
    const point = pointOf(place);
    return point && place.units > 0 ? [{ point, units: place.units }] : [];
  });
  if (points.length === 0) return WHOLE_MAP;
  const xs = within(points.map(({ point, units }) => ({ at: point[0], units })));
  const ys = within(points.map(({ point, units }) => ({ at: point[1], units })));
  const width = Math.max(LEAST_WIDTH, xs.to - xs.from, (ys.to - ys.from) * aspect) * (1 + 2 * MARGIN);
  const height = width / aspect;
  if (width >= MAP_WIDTH) return WHOLE_MAP;
  return { x: (xs.from + xs.to - width) / 2, y: (ys.from + ys.to - height) / 2, width, height };
}

/** The span between the outer quantiles of the buyers. */
function within(marks: readonly { at: number; units: number }[]): { from: number; to: number } {
  const sorted = marks.slice().sort((a, b) => a.at - b.at);
  const all = sorted.reduce((sum, { units }) => sum + units, 0);
  const cut = ((1 - SHARE_IN_VIEW) / 2) * all;
  let seen = 0;
  const passed = (limit: number) => (mark: { units: number }) => {
    seen += mark.units;
    return seen > limit;
  };
  const from = sorted.find(passed(cut))?.at ?? 0;
  seen = 0;
  const to = sorted.reverse().find(passed(cut))?.at ?? 0;
  return { from, to };
}

/** Areas in proportion to units, the largest as large as `most` on the frame. */
export function radiusOf(units: number, mostUnits: number, frame: Frame, most = 0.035): number {
  return Math.sqrt(units / Math.max(1, mostUnits)) * frame.width * most;
}
