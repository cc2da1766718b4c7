/**
 * Exterior colours for the ordered units. Colours are too thin to forecast by build, so the mix is the model's: each
 * next unit gets the colour with the largest
 *
 *   units sold in a year / (units here, coming and given out so + 1/2)
 *
 * (Sainte-Laguë with what is there counted as handed out), so that stock and order together come close to what sold.
 * Lines draw on one count for each model, in the plan's order; a tie goes to the colour that sold more, then by name.
 */
import type { Build } from '@shared/domain/build';
import { modelKey } from './configuration-tree';
import type { ColorCount } from './types';

export type ColorUnits = { color: string; units: number };

type Line = { build: Build; quantity: number };

/** Colours of each line, the most units first; empty where no colour of the model sold. */
export function colorMix(lines: readonly Line[], counts: readonly ColorCount[]): ColorUnits[][] {
  const models = new Map<string, Palette>();
  for (const { model, color, sold, supply } of counts) {
    const palette = models.get(model) ?? [];
    palette.push({ color, sold, taken: supply });
    models.set(model, palette);
  }
  return lines.map(({ build, quantity }) => {
    const palette = (models.get(modelKey(build.make, build.model)) ?? []).filter(({ sold }) => sold > 0);
    const given = new Map<string, number>();
    for (let unit = 0; unit < quantity && palette.length > 0; unit++) {
      const chosen = palette.reduce((best, one) => (isBefore(one, best) ? one : best));
      chosen.taken += 1;
      given.set(chosen.color, (given.get(chosen.color) ?? 0) + 1);
    }
    return [...given]
      .map(([color, units]) => ({ color, units }))
      .sort((a, b) => b.units - a.units || (a.color < b.color ? -1 : 1));
  });
}

type Palette = { color: string; sold: number; taken: number }[];

function isBefore(a: Palette[number], b: Palette[number]): boolean {
  const claim = (one: Palette[number]) => one.sold / (one.taken + 0.5);
  if (claim(a) !== claim(b)) return claim(a) > claim(b);
  if (a.sold !== b.sold) return a.sold > b.sold;
  return a.color < b.color;
}
