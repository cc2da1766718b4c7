import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  compareImages,
  decodePng,
  encodeSmallPng,
  findPictureFault,
  type Picture,
} from '../helpers/compare-image';

const WIDTH = 100;
const HEIGHT = 100;

/** A white sheet with a black block of so many pixels in its corner. */
function sheet(blackPixels: number): Picture {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4).fill(255);
  for (let index = 0; index < blackPixels; index++) pixels.fill(0, index * 4, index * 4 + 3);
  return { width: WIDTH, height: HEIGHT, pixels };
}

describe('pictures and their baselines', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'doso-pictures-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const options = (isUpdating: boolean) => ({
    folder: path.join(folder, 'baselines'),
    failures: path.join(folder, 'failures'),
    // 10,000 pixels: up to 20 of them may differ.
    tolerance: { color: 0.1, share: 0.002 },
    isUpdating,
  });

  it('come back from a palette as they went in, where few colours are used', () => {
    const picture = sheet(350);
    expect(compareImages(decodePng(encodeSmallPng(picture)), picture, 0.01).share).toBe(0);
  });

  it('take fewer colours rather than more bytes, and say when none are few enough', () => {
    // Every pixel a colour of its own: no palette holds them all.
    const pixels = new Uint8Array(WIDTH * HEIGHT * 4);
    for (let index = 0; index < WIDTH * HEIGHT; index++)
      pixels.set([(index * 7) % 256, (index * 31) % 256, (index * 101) % 256, 255], index * 4);
    const noise = { width: WIDTH, height: HEIGHT, pixels };
    expect(encodeSmallPng(noise, 8_000).byteLength).toBeLessThanOrEqual(8_000);
    expect(() => encodeSmallPng(noise, 500)).toThrow('does not fit 500 bytes');
  });

  it('differ by the share of pixels that changed', () => {
    expect(compareImages(sheet(50), sheet(0), 0.1).share).toBe(0.005);
    expect(compareImages({ width: 1, height: 1, pixels: new Uint8Array(4) }, sheet(0), 0.1)).toEqual({
      share: 1,
      drawing: null,
    });
  });

  it('fail without a baseline, pass within the tolerance, and fail beyond it with the difference drawn', () => {
    const asked = encodeSmallPng(sheet(0));
    expect(findPictureFault(asked, 'screen', options(false))).toContain('there is no baseline');
    expect(findPictureFault(asked, 'screen', options(true))).toBeNull();
    expect(findPictureFault(encodeSmallPng(sheet(20)), 'screen', options(false))).toBeNull();
    expect(existsSync(options(false).failures)).toBe(false);
    expect(findPictureFault(encodeSmallPng(sheet(300)), 'screen', options(false))).toContain(
      'screen (100x100): 3.000 % of it differs, 0.2 % may',
    );
    expect(readdirSync(options(false).failures).sort()).toEqual([
      'screen.actual.png',
      'screen.difference.png',
    ]);
  });

  it('keep the bytes of a baseline that still matches', () => {
    findPictureFault(encodeSmallPng(sheet(0)), 'screen', options(true));
    const file = path.join(options(true).folder, 'screen.png');
    const { mtimeMs } = statSync(file);
    const bytes = readFileSync(file);
    findPictureFault(encodeSmallPng(sheet(10)), 'screen', options(true));
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
    findPictureFault(encodeSmallPng(sheet(400)), 'screen', options(true));
    expect(readFileSync(file).equals(bytes)).toBe(false);
  });
});
