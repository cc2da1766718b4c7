/** `inventory`, `sales`, `market`, `aged` and `gaps`. */
export const figures = {
  help: {
    inventory: {
      description: 'stock: units, value, ages, days supply',
    },
    sales: {
      description: 'sales: units, gross, days to turn',
      window: 'days to look back',
    },
    market: {
      description: 'share and trend of each model in its segment, where buyers live, price to market',
      window: 'days of sales by place',
    },
    aged: {
      description: 'units that cost money by standing, and what to do with each',
    },
    gaps: {
      description: 'stock against the ideal, by segment',
      level: 'model or trim',
    },
  },
  columns: {
    figures: ['Figure', 'Value', 'n', 'Note'],
    ages: ['Age', 'Units', 'Cost'],
    market: ['Segment', 'Model', 'Units', 'Share', 'Trend'],
    demand: ['Miles', 'Units', 'Share', 'Year before'],
    prices: ['Model', 'Market price', 'Asking', 'Units', 'To market', 'Sold at', 'Sold'],
    aged: ['Stock', '', 'Unit', 'Days', 'Best', 'At stake', 'Hold', 'Reprice', 'Trade', 'Wholesale', 'Due'],
    gaps: [
      'Condition',
      'Segment',
      'Here',
      'Arriving',
      'Left then',
      'Ideal then',
      'Gap',
      'Demand a month',
      'By the plan',
      'In the plan',
    ],
  },
  stock: {
    heading: (condition: string, day: string) => `${condition} as of ${day}`,
    units: 'Units in stock',
    available: 'Available',
    atCost: 'Stock at cost',
    medianAge: 'Median age',
    aged: 'Aged units',
    daysSupply: 'Days supply',
    turn: 'Turn (flow)',
    holdingCost: 'Holding cost a day',
  },
  sales: {
    heading: (condition: string, days: string, { to, dateField }: { to: string; dateField: string }) =>
      `${condition}, ${days} days to ${to} by ${dateField}`,
    units: 'Units sold',
    frontGross: 'Front gross a unit',
    backGross: 'Back gross a unit',
    totalGross: 'Total gross a unit',
    medianDays: 'Median days to turn',
    turn: 'Turn (from days)',
  },
  buyers: (demand: { days: string; to: string; placed: string; units: string }) =>
    `Buyers by straight distance, ${demand.days} days to ${demand.to}: ${demand.placed} of ${demand.units} deals have a ZIP code with a place`,
  gaps: {
    arriving: (arriving: string, pipeline: string) => `${arriving} of ${pipeline}`,
    leftThen: (units: string, days: string) => `${units} in ${days} d`,
    because: {
      agrees: (units: string) => units,
      next_unit_loses: (units: string, dollars: string) => `${units}, the next would lose ${dollars}`,
      no_room: (units: string, dollars: string) => `${units}, no room for the next, worth ${dollars}`,
      last_unit_earns: (units: string, dollars: string) => `${units}, the last still earns ${dollars}`,
      not_orderable: (units: string) => `${units}, cannot be ordered`,
    },
  },
  aged: {
    due: (amount: string, day: string) => `${amount} on ${day}`,
    totals: (all: {
      units: string;
      day: string;
      cost: string;
      stake: string;
      holding: string;
      due: string;
    }) =>
      `${all.units} units as of ${all.day}, ${all.cost} at cost: ${all.stake} at stake, ${all.holding} to hold them for 30 days, ${all.due} to repay`,
  },
};
