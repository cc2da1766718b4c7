import { plural } from '@shared/texts/plural';

/** Words of units that left stock without a deal. */
export const departures = {
  outcomes: { unknown: 'No deal known', sold: 'Sold', moved: 'In another store' },
  columns: {
    stockNumber: 'Stock number',
    vehicle: 'Vehicle',
    condition: 'Condition',
    left: 'Left between',
    leftMeaning: 'The last list that has it, and the first full list that lacks it',
    days: 'Days in stock',
    price: 'Last price',
    outcome: 'What became of it',
  },
  between: (from: string, to: string) => `${from} and ${to}`,
  inStore: (code: string) => `In store ${code}`,
  deal: (number: string) => `deal ${number}`,
  sold: 'Sold',
  counted: 'Counted as a sale, no gross',
  noDeal: 'No deal known',
  title: 'Left stock',
  note: (units: string) => `${units} missing from a later full list`,
  which: 'What became of them',
  none: 'No unit left stock this way',
  noneAbout:
    'When two full stock lists follow each other, what the second lacks is listed here until a deal says where it went.',
  caption: 'Units that left stock, newest first',
  more: 'Show more',
  all: (count: string) => `All ${count}`,
  treat: {
    counted: (units: number, written: string) =>
      plural(units, { one: `${written} counts as sold`, other: `${written} count as sold` }),
    onlyDeals: 'Only deals count as sales again',
    countedAbout: 'Retail, on the day of the list that lacks them, at their last price, without gross.',
    label: 'Treat departures as sales',
    isOn: 'Those without a deal count as retail sales without gross, until a deal says otherwise',
    notCounted: (units: number, written: string) =>
      plural(units, {
        one: `${written} without a deal does not count as sold`,
        other: `${written} without a deal do not count as sold`,
      }),
  },
};
