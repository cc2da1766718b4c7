/**
 * Pictures held against committed ones. A baseline is a PNG with a palette, at most 60 KB, so that it can live in the
 * repository; the palette costs a little colour, which the comparison's tolerance forgives, as it does antialiasing.
 * Whether a picture can be compared at all (fonts and drawing differ from one runtime to another) is the caller's to say.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import UPNG from 'upng-js';

export type Picture = { width: number; height: number; pixels: Uint8Array };

export type Tolerance = {
  /** How far the colours of one pixel may lie apart, 0..1, as YIQ distance. */
  color: number;
  /** Share of pixels that may differ by more. */
  share: number;
};

/** The palette moves at most 35 of a million pixels that far; a changed figure moves more, a word hundreds. */
export const SCREEN_TOLERANCE: Tolerance = { color: 0.15, share: 0.00006 };

export const MOST_BASELINE_BYTES = 60 * 1024;
/** Palettes to try, the best first; a flat screen fits the first, a map may need the last. */
const PALETTES = [128, 72, 48, 32, 24, 16] as const;

export const isUpdatingBaselines = process.env.DOSO_UPDATE_BASELINES === '1';

export function decodePng(bytes: Uint8Array): Picture {
  const image = UPNG.decode(toArrayBuffer(bytes));
  const [frame] = UPNG.toRGBA8(image);
  if (!frame) throw new Error('the PNG holds no picture');
  return { width: image.width, height: image.height, pixels: new Uint8Array(frame) };
}

/** A PNG of at most `mostBytes`, with as many colours as that allows. Throws when even the fewest are too many. */
export function encodeSmallPng({ width, height, pixels }: Picture, mostBytes = MOST_BASELINE_BYTES): Buffer {
  for (const colors of PALETTES) {
    const bytes = Buffer.from(UPNG.encode([toArrayBuffer(pixels)], width, height, colors));
    if (bytes.byteLength <= mostBytes) return bytes;
  }
  throw new Error(`a picture of ${width}x${height} does not fit ${mostBytes} bytes`);
}

export type Difference = {
  /** Share of pixels that differ beyond the tolerance's colour distance; 1 for pictures of unequal size. */
  share: number;
  /** The differing pixels in red over a pale copy; null for pictures of unequal size. */
  drawing: Picture | null;
};

export function compareImages(actual: Picture, expected: Picture, color: number): Difference {
  const { width, height } = expected;
  if (actual.width !== width || actual.height !== height) return { share: 1, drawing: null };
  const pixels = new Uint8Array(width * height * 4);
  const differing = pixelmatch(actual.pixels, expected.pixels, pixels, width, height, { threshold: color });
  return { share: differing / (width * height), drawing: { width, height, pixels } };
}

export type BaselineOptions = {
  /** Where the committed baselines lie. */
  folder: string;
  /** An ignored folder for what differed: NAME.actual.png and NAME.difference.png. */
  failures: string;
  tolerance?: Tolerance;
  isUpdating?: boolean;
};

/**
 * Null when `png` looks as its baseline does, else what is wrong in one line. With `isUpdating` (by default what
 * `npm test -- --update-baselines` sets) the baseline is written instead, unless it still matches: an unchanged
 * screen keeps its bytes.
 */
export function findPictureFault(png: Uint8Array, name: string, options: BaselineOptions): string | null {
  const { folder, failures, tolerance = SCREEN_TOLERANCE, isUpdating = isUpdatingBaselines } = options;
  const file = path.join(folder, `${name}.png`);
  const actual = decodePng(png);
  const difference = existsSync(file)
    ? differenceFrom(decodePng(readFileSync(file)), actual, tolerance)
    : null;
  if (difference && difference.share <= tolerance.share) return null;
  if (isUpdating) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, encodeSmallPng(actual));
    return null;
  }
  if (!difference) return `${name}: there is no baseline; npm test -- --update-baselines writes it`;
  keepFailure(failures, name, png, difference);
  const { width, height } = actual;
  return `${name} (${width}x${height}): ${(difference.share * 100).toFixed(3)} % of it differs, ${tolerance.share * 100} % may; see ${failures}`;
}

/** A small palette moves more colours than the tolerance forgives: then the picture goes through a palette as well. */
function differenceFrom(expected: Picture, actual: Picture, tolerance: Tolerance): Difference {
  const difference = compareImages(actual, expected, tolerance.color);
  if (difference.share <= tolerance.share || difference.drawing === null) return difference;
  const likened = compareImages(decodePng(encodeSmallPng(actual)), expected, tolerance.color);
  return likened.share < difference.share ? likened : difference;
}

function keepFailure(folder: string, name: string, png: Uint8Array, { drawing }: Difference): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.actual.png`), png);
  const file = path.join(folder, `${name}.difference.png`);
  rmSync(file, { force: true });
  if (!drawing) return;
  const { pixels, width, height } = drawing;
  writeFileSync(file, Buffer.from(UPNG.encode([toArrayBuffer(pixels)], width, height, 0)));
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
