import { describe, expect, it } from 'vitest';
import { frameOf, pointOf, radiusOf, ringPath, WHOLE_MAP } from './project-map';

const MUSKEGON = { latitude: 43.23, longitude: -86.25 };

describe('the map', () => {
  it('places Michigan in the upper right, and nothing in the sea', () => {
    const [x, y] = pointOf(MUSKEGON) ?? [0, 0];
    expect(x).toBeGreaterThan(600);
    expect(x).toBeLessThan(700);
    expect(y).toBeGreaterThan(150);
    expect(y).toBeLessThan(260);
    expect(pointOf({ latitude: 0, longitude: 0 })).toBeNull();
  });

  it('draws a ring that grows with its miles', () => {
    const numbers = (path: string) => path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
    const width = (miles: number) => {
      const xs = numbers(ringPath(MUSKEGON, miles)).filter((_, index) => index % 2 === 0);
      return Math.max(...xs) - Math.min(...xs);
    };
    expect(width(50) / width(25)).toBeCloseTo(2, 1);
  });

  it('shows where buyers are, and leaves out the few far away', () => {
    const near = Array.from({ length: 50 }, (_, index) => ({
      latitude: 43 + (index % 7) / 20,
      longitude: -86 - (index % 5) / 20,
      units: 2,
    }));
    const frame = frameOf([...near, { latitude: 34, longitude: -118, units: 1 }], 1.6);
    expect(frame.width).toBeLessThan(60);
    expect(frame.width / frame.height).toBeCloseTo(1.6, 6);
    const [x, y] = pointOf({ latitude: 43.15, longitude: -86.1 }) ?? [0, 0];
    expect(x).toBeGreaterThan(frame.x);
    expect(x).toBeLessThan(frame.x + frame.width);
    expect(y).toBeGreaterThan(frame.y);
    expect(y).toBeLessThan(frame.y + frame.height);
    expect(frameOf([], 1.6)).toEqual(WHOLE_MAP);
  });

  it('gives four times the buyers twice the radius', () => {
    expect(radiusOf(40, 40, WHOLE_MAP)).toBeCloseTo(2 * radiusOf(10, 40, WHOLE_MAP), 9);
  });
});
