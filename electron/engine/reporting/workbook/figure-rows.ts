/** Every figure of the report with its definition, new beside used: what Summary shows and Sources explains. */
import type { Figure } from '@shared/contract/primitives';
import type { ReportModel } from '@shared/contract/reports';
import type { FigureDefinition } from '../../figures/figure-definition';
import { inventoryFigures } from '../../inventory/figure-definitions';
import { salesFigures } from '../../sales/figure-definitions';
import type { CellContent } from './add-table';
import type { NumberFormat } from './sheet-style';

export type FigureRow = {
  area: string;
  definition: FigureDefinition;
  newFigure: Figure | null;
  usedFigure: Figure | null;
};

export function figureRows({ overview }: Pick<ReportModel, 'overview'>): FigureRow[] {
  const [newStock, usedStock] = bothConditions(overview.inventory);
  const [newSales, usedSales] = bothConditions(overview.sales);
  const stockKeys = Object.keys(inventoryFigures) as (keyof typeof inventoryFigures)[];
  const salesKeys = Object.keys(salesFigures) as (keyof typeof salesFigures)[];
  return [
    ...stockKeys.map((key) => ({
      area: 'Stock',
      definition: inventoryFigures[key],
      newFigure: newStock?.[key] ?? null,
      usedFigure: usedStock?.[key] ?? null,
    })),
    ...salesKeys.map((key) => ({
      area: 'Sales',
      definition: salesFigures[key],
      newFigure: newSales?.[key] ?? null,
      usedFigure: usedSales?.[key] ?? null,
    })),
  ];
}

function bothConditions<Summary extends { condition: 'new' | 'used' }>(summaries: readonly Summary[]) {
  return (['new', 'used'] as const).map((condition) =>
    summaries.find((summary) => summary.condition === condition),
  );
}

const FORMATS: Record<Figure['unit'], NumberFormat> = {
  units: 'units',
  cents: 'money',
  cents_per_day: 'money',
  days: 'days',
  ratio: 'percent',
  turns_per_year: 'turns',
};

export function figureFormat(unit: Figure['unit']): NumberFormat {
  return FORMATS[unit];
}

/** In the unit that a reader expects: dollars for money; the reason in words where there is no value. */
export function figureCell(figure: Figure | null): CellContent {
  if (figure === null) return null;
  if (figure.value === null) return figure.note ?? 'not known';
  return figure.unit === 'cents' || figure.unit === 'cents_per_day' ? figure.value / 100 : figure.value;
}

const UNIT_WORDS: Record<Figure['unit'], string> = {
  units: 'units',
  cents: '$',
  cents_per_day: '$ a day',
  days: 'days',
  ratio: 'share',
  turns_per_year: 'turns a year',
};

export function unitInWords(unit: Figure['unit']): string {
  return UNIT_WORDS[unit];
}

/** A text cell already says why there is no value; the remark is for figures that have one. */
export function figureRemark({ newFigure, usedFigure }: FigureRow): string | null {
  const notes = [newFigure, usedFigure].flatMap((figure) =>
    figure !== null && figure.value !== null && figure.note !== null
      ? [`${figure.population.split(' ', 1)[0]}: ${figure.note}`]
      : [],
  );
  return notes.length > 0 ? notes.join('; ') : null;
}
