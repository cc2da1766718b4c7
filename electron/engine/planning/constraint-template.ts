/** An example of the file of limits, for people who write one. */

const EXAMPLE = [
  { kind: 'maximum_mix', models: ['Trax'], trim: 'LS', bound: 3, note: 'No more than three Trax LS.' },
  { kind: 'minimum_mix', models: ['Tahoe', 'Suburban'], bound: 2, note: 'Two of the large SUVs at least.' },
  {
    kind: 'maximum_mix',
    models: ['Silverado 1500'],
    unit: 'percent',
    bound: 50,
    note: 'At most half of the order.',
  },
  {
    kind: 'minimum_stock',
    models: ['Corvette'],
    bound: 1,
    note: 'One on the lot or on its way, whatever sells.',
  },
  { kind: 'blocked', drivetrain: '2WD', models: ['Colorado'], note: 'Not to be had in this cycle.' },
  {
    kind: 'allocation',
    models: ['Blazer'],
    bound: 4,
    note: 'A group that the allocation file does not name.',
  },
  { kind: 'budget', make: 'Chevrolet', dollars: 2_500_000, note: 'In dollars; bound would be cents.' },
];

const FIELDS = [
  'kind: allocation, places, maximum_mix (at most), minimum_mix (at least), minimum_stock (in stock, coming and ordered together at least), blocked (none), budget',
  'make, models, trim, body, drivetrain, engine, package: what the limit is about; a build must agree with all that are named, with any of the models; none named is the whole order',
  'bound: units, or cents of a budget; null lifts the limit; blocked needs none',
  'unit: units, or percent of the ordered units for maximum_mix and minimum_mix',
  'dollars: a budget in dollars instead of a bound',
  'id, label: your own name and words for it; made from the rest when left out',
  'note: for people, not read',
];

export function constraintTemplate(): { fileName: string; text: string; fields: string[] } {
  return { fileName: 'limits.json', text: `${JSON.stringify(EXAMPLE, null, 2)}\n`, fields: FIELDS };
}
