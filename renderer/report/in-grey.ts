/** A chart's colours as greys of the same lightness, for printers without colour. */
const COLOR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const TRANSPARENT = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/;

/** The same data with every colour in it replaced, at any depth. */
export function inGrey<Value>(value: Value): Value {
  if (typeof value === 'string') return greyOf(value) as Value & string;
  if (Array.isArray(value)) return value.map((item) => inGrey(item)) as Value & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inGrey(item)])) as Value;
}

function greyOf(text: string): string {
  const [, red, green, blue] = COLOR.exec(text) ?? [];
  if (red && green && blue) {
    const level = lightness(Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16));
    return `#${level.toString(16).padStart(2, '0').repeat(3)}`;
  }
  const [, r, g, b, alpha] = TRANSPARENT.exec(text) ?? [];
  if (alpha === undefined) return text;
  const level = lightness(Number(r), Number(g), Number(b));
  return `rgba(${level}, ${level}, ${level}, ${alpha})`;
}

/** Rec. 709 luma of 0..255 channels. */
function lightness(red: number, green: number, blue: number): number {
  return Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
}
