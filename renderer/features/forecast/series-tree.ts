/**
 * How series hang together, by their ids: `store`, `model:Ford|F-150`, `trim:Ford|F-150|XLT`, `build:...`; used units are
 * a tree of their own under `used:`.
 */
import type { ForecastLevel } from '@shared/contract/primitives';
import { texts } from '../../texts/texts';

const words = texts.forecast.series.names;

const BELOW: Partial<Record<ForecastLevel, ForecastLevel>> = { store: 'model', model: 'trim', trim: 'build' };
const PARTS: Record<ForecastLevel, number> = { store: 0, model: 2, trim: 3, build: 7 };

export function levelBelow(level: ForecastLevel): ForecastLevel | null {
  return BELOW[level] ?? null;
}

/** The id of the series of `level` that `id` belongs to, or is. */
export function ancestorId(id: string, level: ForecastLevel): string {
  const used = id.startsWith('used:') ? 'used:' : '';
  if (level === 'store') return `${used}store`;
  const name = id.slice(used.length).split(/:(.*)/s)[1] ?? '';
  return `${used}${level}:${name.split('|').slice(0, PARTS[level]).join('|')}`;
}

/** Whether `id` hangs below `ancestor`, at whatever depth. */
export function isBelow(id: string, ancestor: string): boolean {
  const level = levelOf(ancestor);
  return id !== ancestor && PARTS[levelOf(id)] > PARTS[level] && ancestorId(id, level) === ancestor;
}

export function levelOf(id: string): ForecastLevel {
  const [level] = id.replace(/^used:/, '').split(':');
  return level === 'model' || level === 'trim' || level === 'build' ? level : 'store';
}

/** The last part of an id's name: `XLT`; the whole store is named as such. */
export function shortName(id: string): string {
  const name = id.replace(/^used:/, '').split(/:(.*)/s)[1];
  const parts = name?.split('|') ?? [];
  if (levelOf(id) === 'store') return words.wholeStore;
  if (levelOf(id) === 'model') return parts[1] ?? id;
  return parts[2] || words.noTrim;
}

/** A series by its id alone: `F-150 XLT`. */
export function seriesWords(id: string): string {
  const isUsed = id.startsWith('used:');
  if (levelOf(id) === 'store') return words.inSentence.store(isUsed);
  const name = id.replace(/^used:/, '').split(/:(.*)/s)[1] ?? id;
  return words.inSentence.series(isUsed, name.split('|').slice(1).filter(Boolean).join(' '));
}
