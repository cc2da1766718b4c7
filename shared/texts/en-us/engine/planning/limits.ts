import { plural } from '../../../plural';

/** What is said of the limits on an order: their names, where they come from, what loosens them. */
export const limits = {
  budget: 'Order budget',
  places: 'Lot places',
  allocationGroup: (group: string) => `Allocation ${group}`,
  allocatedModels: (group: string, models: string) => `${group}: ${models}`,
  makersMix: (make: string, build: string) => `${make}’s mix: ${build}`,

  given: 'given for this plan',
  kept: 'kept with the store',
  settings: 'store settings',
  placesOf: (places: number, there: number, arriving: number, leaving: number) =>
    `store settings: ${places} places, ${there} units there, ${arriving} arriving, ${leaving} expected to be sold by then`,
  allocated: (cycle: string, units: number, ordered: number) =>
    `cycle ${cycle}: ${units} allocated${ordered > 0 ? `, ${ordered} already ordered` : ''}`,
  cameInAYear: (units: number, total: number, allocated: number) =>
    `${units} of ${total} that came in a year, of ${allocated} allocated`,

  steps: {
    budget: '$10,000 more',
    places: 'one more place',
    allocation: 'one more allocated unit',
    maximum: 'one more unit allowed',
    minimum: 'one unit fewer required',
  },

  notSet: (label: string) => `${label}: not set, so the plan is not limited by it.`,
  noAllocation: 'Allocation: none for this cycle, so the plan is not limited by it.',
  notAllocated: (models: string) => `No allocation group names ${models}, so allocation does not limit them.`,
  modelsTogether: (models: readonly string[]) => models.join(' and '),
  leftOf: (name: string, units: number) => `${name} ${units}`,
  turnedDown: ({
    left,
    bound,
    models,
    crowdedOut,
  }: {
    left: number;
    bound: number;
    models: string;
    crowdedOut: number;
  }) => {
    const worthless = 'would not earn their holding cost by the next order';
    const crowded = 'find no room under the other limits';
    const why =
      crowdedOut === 0
        ? `they ${worthless}`
        : crowdedOut === left
          ? `they ${crowded}`
          : `${left - crowdedOut} ${worthless}, ${crowdedOut} ${crowded}`;
    return (
      `${left} of ${bound} allocated units ${plural(left, { one: 'is', other: 'are' })} not ordered (${models}): ` +
      `${why}. Units turned down may count against later allocation.`
    );
  },

  conflict: (limits: string) => `No order can meet these limits together: ${limits}.`,
  quoted: (label: string) => `"${label}"`,
  loosen: 'Loosen or remove one of the named limits and plan again.',
  notToMove: {
    message: (id: string) => `There is no limit "${id}" to move.`,
    nextStep: 'Take the ids from the limits of the plan.',
  },
  nameTaken: {
    message: (id: string) => `A limit cannot be named "${id}": the name is taken.`,
    nextStep: 'Give the limit another id.',
  },

  /** Beside the example of the file of limits. */
  template: {
    notes: {
      maximum: 'No more than three Trax LS.',
      minimum: 'Two of the large SUVs at least.',
      share: 'At most half of the order.',
      stock: 'One on the lot or on its way, whatever sells.',
      blocked: 'Not to be had in this cycle.',
      allocation: 'A group that the allocation file does not name.',
      budget: 'In dollars; bound would be cents.',
    },
    fields: [
      'kind: allocation, places, maximum_mix (at most), minimum_mix (at least), minimum_stock (in stock, coming and ordered together at least), blocked (none), budget',
      'make, models, trim, body, drivetrain, engine, package: what the limit is about; a build must agree with all that are named, with any of the models; none named is the whole order',
      'bound: units, or cents of a budget; null lifts the limit; blocked needs none',
      'unit: units, or percent of the ordered units for maximum_mix and minimum_mix',
      'dollars: a budget in dollars instead of a bound',
      'id, label: your own name and words for it; made from the rest when left out',
      'note: for people, not read',
    ],
  },
};
