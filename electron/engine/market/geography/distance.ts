/** Straight-line distances on a sphere, in statute miles. */
export type Place = { latitude: number; longitude: number };

const EARTH_RADIUS_MILES = 3958.8;

/** Great-circle distance by the haversine formula, which keeps its digits for places close together. */
export function distanceMiles(from: Place, to: Place): number {
  const latitudes = radians(to.latitude - from.latitude);
  const longitudes = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitudes / 2) ** 2;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(Math.min(1, chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

export type WeightedPlace = Place & { weight: number };

/** The mean place by weight: true enough within a region, where the earth is flat. Null without any weight. */
export function meanPlace(places: readonly WeightedPlace[]): Place | null {
  const weight = places.reduce((sum, place) => sum + place.weight, 0);
  if (weight <= 0) return null;
  const mean = (of: (place: Place) => number) =>
    places.reduce((sum, place) => sum + of(place) * place.weight, 0) / weight;
  return { latitude: mean((place) => place.latitude), longitude: mean((place) => place.longitude) };
}

const ROUNDS = 40;
/** Closer than this, a place takes no more pull: a hundredth of a mile. */
const LEAST_DEGREES = 0.0002;

/**
 * The place with the least weighted distance to all (geometric median, Weiszfeld 1937): unlike the mean, a few buyers
 * from another coast do not draw it away.
 */
export function middlePlace(places: readonly WeightedPlace[]): Place | null {
  let middle = meanPlace(places);
  for (let round = 0; middle && round < ROUNDS; round++) {
    const { latitude, longitude } = middle;
    const squeeze = Math.cos(radians(latitude));
    middle = meanPlace(
      places.map((place) => {
        const degrees = Math.hypot(place.latitude - latitude, (place.longitude - longitude) * squeeze);
        return { ...place, weight: place.weight / Math.max(degrees, LEAST_DEGREES) };
      }),
    );
  }
  return middle;
}
