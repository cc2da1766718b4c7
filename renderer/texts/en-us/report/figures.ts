import type { InventorySummary } from '@shared/contract/inventory';
import type { Figure } from '@shared/contract/primitives';
import type { SalesSummary } from '@shared/contract/sales';

type FiguresOf<Summary> = {
  [Key in keyof Summary]: Summary[Key] extends Figure ? Key : never;
}[keyof Summary];

/** What the figures of the summaries are called where all of them are listed. */
export const figures: Readonly<Record<FiguresOf<InventorySummary> | FiguresOf<SalesSummary>, string>> = {
  unitsInStock: 'Units in stock',
  availableUnits: 'Available units',
  stockCost: 'Stock cost',
  stockPrice: 'Stock price',
  medianAge: 'Median age',
  agedUnits: 'Aged units',
  daysSupply: 'Days supply',
  turnFlow: 'Turn flow',
  holdingCostPerDay: 'Holding cost per day',
  holdingInterestPerDay: 'Holding interest per day',
  otherHoldingCostPerDay: 'Other holding cost per day',
  unitsSold: 'Units sold',
  frontGrossPerUnit: 'Front gross per unit',
  backGrossPerUnit: 'Back gross per unit',
  totalGrossPerUnit: 'Total gross per unit',
  totalGross: 'Total gross',
  medianDaysToTurn: 'Median days to turn',
  survivalMedianDaysToTurn: 'Survival median days to turn',
  turnFromDays: 'Turn from days',
  monthToDate: 'Month to date',
  monthPace: 'Month pace',
};
