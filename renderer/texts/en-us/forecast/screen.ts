/** Words of the Forecast screen and of its list of series. */
export const screen = {
  title: 'Forecast',
  view: 'View',
  views: { series: 'Series', accuracy: 'Accuracy' },
  grain: 'Grain',
  grains: { month: 'Months', week: 'Weeks' },
  run: 'Run forecast',
  asOf: (day: string, better: string, series: string) =>
    `As of ${day}: ${better} of ${series} beat repeating last year`,
  cost: {
    fitted: (series: string) => `${series} fitted`,
    wentOn: (series: string) => `${series} went on with their methods`,
    kept: (series: string) => `${series} kept since their data had not changed`,
    made: (at: string, took: string, worked: string, parts: string) =>
      `Made ${at} in ${took} (${worked} of computing): ${parts}`,
  },
  none: (grain: string) => `No forecast by ${grain} yet`,
  runFirst: 'Run the first forecast',
  noneAbout:
    'Each series is forecast by the model that did best on its own past, with bands checked by back-test. It takes a minute and can be cancelled.',
  noneAtLevel: 'No series at this level',
  noneAtLevelAbout: 'Too few units were sold to forecast them apart.',
  list: {
    levels: { store: 'Store', model: 'Models', trim: 'Trims', build: 'Builds' },
    level: 'Level',
    condition: 'New or used',
    new: 'New',
    used: 'Used',
    widen: (name: string) => `Of ${name}: show all`,
    narrowed: (name: string) => `Of ${name}`,
    find: 'Find by name',
    byHand: 'by hand',
    next: (periods: string) => `next ${periods}`,
  },
};
