/**
 * The one glossary: what each term of the screens means, its formula and the window it is measured over. The help on
 * each screen shows the terms of that screen; `docs/glossary.md` is written from it, and a test keeps the two equal.
 */
import type { ScreenName } from './screen-names';

export type Term = {
  term: string;
  meaning: string;
  formula?: string;
  window?: string;
  screens: readonly ScreenName[];
};

const STOCK = ['overview', 'inventory'] as const;
const TODAY = 'the data date';
const SALES_WINDOW = 'the period that the filter chooses; 90 days at first';

export const glossary: readonly Term[] = [
  {
    term: 'Data date',
    meaning: 'The day that every figure is of: the newest inventory list, else the newest sale.',
    screens: ['overview', 'inventory', 'sales', 'forecast', 'order-plan', 'gaps', 'aged-units', 'reports'],
  },
  {
    term: 'n',
    meaning: 'How many vehicles or deals a figure rests on. A small n says little.',
    screens: ['overview', 'sales'],
  },
  {
    term: 'Units in stock',
    meaning:
      'Vehicles that stand here. Sold but not delivered, on hold, demo and loaner units are among them.',
    formula: 'count of units on the ground',
    window: TODAY,
    screens: STOCK,
  },
  {
    term: 'Available units',
    meaning: 'Vehicles that can be sold today: not sold, on hold, demo, loaner or in transit.',
    formula: 'count of units whose status is available',
    window: TODAY,
    screens: STOCK,
  },
  {
    term: 'Stock at cost',
    meaning: 'The money that stands on the lot. Units without a cost are left out, and counted beside it.',
    formula: 'sum of unit cost',
    window: TODAY,
    screens: STOCK,
  },
  {
    term: 'Median age',
    meaning: 'Half of the units have stood for fewer days, half for more.',
    formula: 'median of data date - received date',
    window: TODAY,
    screens: STOCK,
  },
  {
    term: 'Aged units',
    meaning: 'Units that have stood longer than the limit in Settings: 90 days new, 60 used at first.',
    formula: 'count of units older than the aged limit',
    window: TODAY,
    screens: ['overview', 'inventory', 'aged-units'],
  },
  {
    term: 'Days supply',
    meaning: 'How long the available units would last at the recent rate of sale.',
    formula: 'available units x window days / retail and lease units sold in the window',
    window: 'the store setting: 30, 45, 60 or 90 days',
    screens: ['overview', 'gaps'],
  },
  {
    term: 'Turn per year',
    meaning: 'How often the stock would be sold in a year.',
    formula: 'retail and lease units sold in the last year, scaled to 365 days / units in stock',
    window: '365 days, or the days since the first sale when fewer',
    screens: ['overview'],
  },
  {
    term: 'Holding cost a day',
    meaning: 'What the stock costs by standing: floor-plan interest, and insurance, upkeep and space.',
    formula:
      'sum of (cost x floor-plan rate / days in the year, once the free days are over) + other cost per day',
    window: TODAY,
    screens: ['overview', 'inventory', 'aged-units'],
  },
  {
    term: 'Held to date',
    meaning: 'What one vehicle has cost by standing since its interest-free days ended.',
    screens: ['inventory'],
  },
  {
    term: 'Units sold',
    meaning:
      'Retail and lease deals that were not reversed. Wholesale, fleet and dealer trades are not counted.',
    formula: 'count of retail and lease deals',
    window: SALES_WINDOW,
    screens: ['overview', 'sales'],
  },
  {
    term: 'Gross per unit',
    meaning: 'What a deal earns: front (the vehicle), back (finance and products), and both together.',
    formula: 'sum of gross / deals that state it',
    window: SALES_WINDOW,
    screens: ['overview', 'sales'],
  },
  {
    term: 'Days to turn',
    meaning:
      'Days from the inventory date to the sale; the middle deal. A second answer counts unsold units too.',
    formula: 'median of sold date - received date; with unsold units by Kaplan and Meier',
    window: SALES_WINDOW,
    screens: ['sales', 'feedback'],
  },
  {
    term: 'Market share',
    meaning:
      "A model's registrations in the region beside all of its segment, and what they were a year before.",
    formula: 'registrations of the model / registrations of the segment',
    window: 'the last 3 months known, against the same months a year before',
    screens: ['market'],
  },
  {
    term: 'Price to market',
    meaning: "The store's asking price beside the mean price of the same model in the region.",
    formula: 'mean asking price / mean price of the region',
    screens: ['market'],
  },
  {
    term: 'Pace',
    meaning: 'What the month would end with if its remaining selling days go like those so far.',
    formula: 'units so far x selling days of the month / selling days so far',
    window: 'the month of the data date',
    screens: ['overview', 'sales'],
  },
  {
    term: 'Sales target',
    meaning: 'Units a month that the store aims at, set in Settings. The pace is held against it.',
    screens: ['overview', 'settings'],
  },
  {
    term: 'What was lost',
    meaning: 'Models that sell and of which none is available. A rate of the past, not a count of buyers.',
    formula: 'units sold in 90 days / 3, times their mean gross',
    window: '90 days to the data date',
    screens: ['overview'],
  },
  {
    term: 'Incoming',
    meaning: 'Open factory orders and units in transit, by the week they are expected.',
    screens: ['overview', 'order-plan'],
  },
  {
    term: 'Forecast',
    meaning: 'Units that will probably sell, with the range that holds 80 and 90 times in 100.',
    window: 'the coming months or weeks, from the data date',
    screens: ['forecast', 'order-plan'],
  },
  {
    term: 'Interval',
    meaning: 'The range around a forecast. It is set by how far earlier forecasts of this store were off.',
    screens: ['forecast'],
  },
  {
    term: 'MASE',
    meaning: 'The forecast error beside that of repeating last season. Under 1 is better than that.',
    formula: 'mean absolute error / mean absolute error of the seasonal naive forecast in the past',
    screens: ['forecast'],
  },
  {
    term: 'Bias',
    meaning: 'Whether forecasts come out too high or too low on the whole.',
    formula: 'mean of forecast - actual',
    screens: ['forecast'],
  },
  {
    term: 'Order plan',
    meaning:
      'Which builds to order and how many, worth the most under the limits of money, places and allocation.',
    window: 'from the data date to the arrival of an order plus one review period',
    screens: ['order-plan'],
  },
  {
    term: 'Expected net',
    meaning:
      'Gross times the chance of selling in time, less what holding costs; it falls with each further unit.',
    formula: 'expected gross - expected holding cost',
    screens: ['order-plan'],
  },
  {
    term: 'Score',
    meaning: 'How good a build is for this store, 0 to 100, by four ranks whose weights are learned.',
    formula: 'weighted sum of the percentile ranks of gross, days to turn (inverted), market and forecast',
    screens: ['order-plan', 'learning'],
  },
  {
    term: 'Price of a limit',
    meaning: 'What one step more of a limit would be worth.',
    formula: 'value of the plan with the limit one step looser - value of the plan',
    screens: ['order-plan'],
  },
  {
    term: 'Gap',
    meaning: 'Units that are short (+) or too many (-) against the mix that the demand asks for.',
    formula: 'units wanted at the target days supply - units available and coming',
    screens: ['gaps'],
  },
  {
    term: 'Core',
    meaning: 'Segments that earn more and sell faster than the middle of the store.',
    screens: ['gaps'],
  },
  {
    term: 'At stake',
    meaning: 'What the best way out of a unit brings over holding on to it.',
    formula: 'expected net of the best action - expected net of holding',
    window: '120 days ahead',
    screens: ['aged-units'],
  },
  {
    term: 'Curtailment',
    meaning: 'A repayment of the floor plan that falls due when a unit reaches an age.',
    screens: ['aged-units', 'settings'],
  },
  {
    term: 'Accepted, repaired, rejected',
    meaning:
      'What became of a row of a file: taken as it is, taken after a named repair, or refused with the reason.',
    screens: ['imports'],
  },
  {
    term: 'Profile',
    meaning: 'How a file with these columns is read; kept, so that the next one is not asked about.',
    screens: ['imports'],
  },
  {
    term: 'Outcome',
    meaning: 'What became of a line of advice: units sold, days to turn and gross, followed or not.',
    screens: ['feedback', 'learning'],
  },
  {
    term: 'Weights',
    meaning:
      'How much each part of the score counts. New ones are used only if they did better on later data.',
    screens: ['learning'],
  },
  {
    term: 'Replay',
    meaning: "The store's own last months again, under other ways of ordering, with demand drawn many times.",
    screens: ['replay'],
  },
  {
    term: 'Net gross',
    meaning: 'What a way of ordering would have earned after interest and other holding cost.',
    formula: 'gross - interest - other holding cost',
    screens: ['replay'],
  },
];

export function termsOf(screen: ScreenName): readonly Term[] {
  return glossary.filter(({ screens }) => screens.includes(screen));
}

/** The glossary as a page of the user guide, in alphabetical order. */
export function writeGlossary(terms: readonly Term[] = glossary): string {
  const sorted = [...terms].sort((a, b) => a.term.localeCompare(b.term, 'en'));
  const entries = sorted.map(({ term, meaning, formula, window }) =>
    [`**${term}**: ${meaning}`, formula && `Formula: ${formula}.`, window && `Window: ${window}.`]
      .filter(Boolean)
      .join(' '),
  );
  return `# Glossary\n\nThe words that DOSO's screens use, as their help explains them.\n\n${entries.join('\n\n')}\n`;
}
