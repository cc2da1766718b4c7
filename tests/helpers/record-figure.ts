import { appendFileSync } from 'node:fs';

/** A measured figure; `most` or `least` is the bound that `npm run prove` judges it by. */
export type MeasuredFigure = {
  area: string;
  name: string;
  value: number;
  unit: string;
  most?: number;
  least?: number;
  /** What others reached, in words. */
  published?: string;
};

/** Hands a figure to `npm run bench` or `npm run prove`, which print it. */
export function recordFigure(figure: MeasuredFigure): void {
  const file = process.env.DOSO_FIGURES;
  if (!file) throw new Error('figures are recorded by npm run bench and npm run prove');
  appendFileSync(file, `${JSON.stringify({ ...figure, value: Number(figure.value.toPrecision(4)) })}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Whether the sizes that the bounds are stated for were asked for (`npm run prove`), or quick ones. */
export const isFullSize = process.env.DOSO_FULL_SIZE === '1';
