/** What each stock figure means. Sources: the trade's formulas for days supply, turn and floor-plan interest. */

import { SALE_DATE_FIELD } from '../figures/counted-sales';
import type { FigureDefinition } from '../figures/figure-definition';

const ON_GROUND =
  'units on the ground (sold but not delivered, on hold, demo and loaner included; in transit not)';
const TODAY = 'the data date';

export const inventoryFigures = {
  unitsInStock: {
    name: 'Units in stock',
    question: 'How many vehicles stand here?',
    formula: 'count of units on the ground',
    grain: 'store, condition',
    unit: 'units',
    window: TODAY,
    dateField: null,
    population: ON_GROUND,
    nullRule: 'never null; 0 when there are none',
  },
  availableUnits: {
    name: 'Available units',
    question: 'How many can be sold today?',
    formula: 'count of units whose status is available',
    grain: 'store, condition',
    unit: 'units',
    window: TODAY,
    dateField: null,
    population: 'units that are available (not sold, on hold, demo, loaner or in transit)',
    nullRule: 'never null; 0 when there are none',
  },
  stockCost: {
    name: 'Stock at cost',
    question: 'How much money stands on the lot?',
    formula: 'sum of unit cost',
    grain: 'store, condition',
    unit: 'cents',
    window: TODAY,
    dateField: null,
    population: `${ON_GROUND} with a cost`,
    nullRule: 'null when units are there and none has a cost',
  },
  stockPrice: {
    name: 'Stock at price',
    question: 'What is asked for it?',
    formula: 'sum of asking price',
    grain: 'store, condition',
    unit: 'cents',
    window: TODAY,
    dateField: null,
    population: `${ON_GROUND} with a price`,
    nullRule: 'null when units are there and none has a price',
  },
  medianAge: {
    name: 'Median age',
    question: 'How old is the stock?',
    formula: 'median of data date - received date',
    grain: 'store, condition',
    unit: 'days',
    window: TODAY,
    dateField: 'received date, else the day it was first seen',
    population: ON_GROUND,
    nullRule: 'null when there are no units',
  },
  agedUnits: {
    name: 'Aged units',
    question: 'How many have stood too long?',
    formula: 'count of units older than the aged limit',
    grain: 'store, condition',
    unit: 'units',
    window: TODAY,
    dateField: 'received date, else the day it was first seen',
    population: ON_GROUND,
    nullRule: 'never null; 0 when there are none',
  },
  daysSupply: {
    name: 'Days supply',
    question: 'How long would the stock last at the present rate?',
    formula: 'available units x window days / retail and lease units sold in the window',
    grain: 'store, condition',
    unit: 'days',
    window: 'the store setting: 30, 45, 60 or 90 days',
    dateField: SALE_DATE_FIELD,
    population:
      'available units (units apart and in transit left out) over retail and lease deals that were not reversed',
    nullRule: 'null when nothing was sold in the window',
  },
  turnFlow: {
    name: 'Turn (flow)',
    question: 'How often does the stock turn over in a year?',
    formula: 'retail and lease units sold in the last year, scaled to 365 days / units in stock',
    grain: 'store, condition',
    unit: 'turns_per_year',
    window: '365 days, or the days since the first sale when fewer',
    dateField: SALE_DATE_FIELD,
    population: 'retail and lease deals that were not reversed, over units on the ground',
    nullRule: 'null when nothing was sold or nothing is in stock',
  },
  holdingCostPerDay: {
    name: 'Holding cost per day',
    question: 'What does the stock cost each day?',
    formula:
      'sum of (cost x floor-plan rate / days in the year, once the free days are over) + other cost per day',
    grain: 'store, condition',
    unit: 'cents_per_day',
    window: TODAY,
    dateField: 'received date, else the day it was first seen',
    population: ON_GROUND,
    nullRule: 'never null; 0 when there are no units',
  },
} as const satisfies Record<string, FigureDefinition>;
