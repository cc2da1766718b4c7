import type { Figure } from '@shared/contract/primitives';

/**
 * What a figure means, said once: the screens' small print, the report's source sheet and the read models take
 * it from here. `population` continues "new ..." or "used ...", for the two are never blended.
 */
export type FigureDefinition = {
  name: string;
  question: string;
  formula: string;
  grain: string;
  unit: Figure['unit'];
  window: string;
  dateField: string | null;
  population: string;
  nullRule: string;
};

export type FigureValue = {
  value: number | null;
  sampleSize: number;
  windowDays?: number;
  note?: string | null;
  /** Replaces the definition's population where a setting is part of it. */
  population?: string;
};

/** Cents and units come back whole; days, ratios and turns keep their fraction. */
export function toFigure(
  definition: FigureDefinition,
  condition: 'new' | 'used',
  measured: FigureValue,
): Figure {
  return {
    value: measured.value === null ? null : roundByUnit(measured.value, definition.unit),
    unit: definition.unit,
    sampleSize: measured.sampleSize,
    windowDays: measured.windowDays ?? null,
    dateField: definition.dateField,
    population: `${condition} ${measured.population ?? definition.population}`,
    note: measured.note ?? null,
  };
}

function roundByUnit(value: number, unit: Figure['unit']): number {
  return unit === 'cents' || unit === 'cents_per_day' || unit === 'units' ? Math.round(value) : value;
}
