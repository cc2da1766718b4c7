/** What each sales figure means. */
import { SALE_DATE_FIELD } from '../figures/counted-sales';
import type { FigureDefinition } from '../figures/figure-definition';

const COUNTED = 'retail and lease deals, booked or finalised, not reversed';

const shared = { grain: 'store, condition', window: 'the days asked for', dateField: SALE_DATE_FIELD };
const perUnitNull = 'null when no deal in the window states it';

export const salesFigures = {
  unitsSold: {
    ...shared,
    name: 'Units sold',
    question: 'How many did customers buy?',
    formula: 'count of counted deals',
    unit: 'units',
    population: COUNTED,
    nullRule: 'never null; 0 when there are none',
  },
  frontGrossPerUnit: {
    ...shared,
    name: 'Front gross per unit',
    question: 'What does a car earn?',
    formula: 'mean of front gross as imported (losses included)',
    unit: 'cents',
    population: `${COUNTED}, with a front gross`,
    nullRule: perUnitNull,
  },
  backGrossPerUnit: {
    ...shared,
    name: 'Back gross per unit',
    question: 'What do finance and products add?',
    formula: 'mean of back gross as imported',
    unit: 'cents',
    population: `${COUNTED}, with a back gross`,
    nullRule: perUnitNull,
  },
  totalGrossPerUnit: {
    ...shared,
    name: 'Total gross per unit',
    question: 'What does a deal earn?',
    formula: 'mean of total gross as imported',
    unit: 'cents',
    population: `${COUNTED}, with a total gross`,
    nullRule: perUnitNull,
  },
  totalGross: {
    ...shared,
    name: 'Total gross',
    question: 'What did the deals earn together?',
    formula: 'sum of total gross as imported',
    unit: 'cents',
    population: `${COUNTED}, with a total gross`,
    nullRule: perUnitNull,
  },
  medianDaysToTurn: {
    ...shared,
    name: 'Median days to turn',
    question: 'How fast did sold units sell?',
    formula: 'median of sale date - received date (0 when sold before it came)',
    unit: 'days',
    population: `${COUNTED}, with a received date`,
    nullRule: 'null when no sold unit has a received date',
  },
  survivalMedianDaysToTurn: {
    ...shared,
    name: 'Median days to turn, unsold units included',
    question: 'How fast does stock really sell, with the units that are stuck?',
    formula:
      'Kaplan-Meier median; a unit is watched from its age at the start of the window (0 when it came later)',
    unit: 'days',
    population: `${COUNTED}, and the units that stand unsold on the ground`,
    nullRule: 'null when fewer than half would be sold at any age seen',
  },
  turnFromDays: {
    ...shared,
    name: 'Turn (from days)',
    question: 'How often would stock turn at the pace of sold units?',
    formula: '365 / median days to turn',
    unit: 'turns_per_year',
    population: `${COUNTED}, with a received date`,
    nullRule: 'null without a median, or when it is 0 days',
  },
  monthToDate: {
    ...shared,
    name: 'Sold this month',
    question: 'How is the month going?',
    formula: 'count of counted deals since the first of the month',
    unit: 'units',
    window: 'first of the month to the data date',
    population: COUNTED,
    nullRule: 'never null; 0 when there are none',
  },
  monthPace: {
    ...shared,
    name: 'Month on pace for',
    question: 'How would the month end at this rate?',
    formula: 'sold this month / selling days so far x selling days of the month',
    unit: 'units',
    window: 'first of the month to the data date, closed days left out',
    population: COUNTED,
    nullRule: 'null while the month has had no selling day',
  },
} as const satisfies Record<string, FigureDefinition>;
