/** What is said of units that stand: what each way out brings, why one is best, and what is assumed. */
export const agedUnits = {
  stood: ({
    days,
    usual,
    chance,
    chanceDays,
    isTooMany,
  }: {
    days: number;
    usual: { level: string; days: number } | null;
    chance: number;
    chanceDays: number;
    isTooMany: boolean;
  }) =>
    `${days} days in stock${usual ? `; half of its ${usual.level} sell within ${usual.days}` : ''}: ` +
    `a chance of ${chance} % in the next ${chanceDays}.` +
    `${isTooMany ? ' More of its kind are here and coming than will be wanted.' : ''}`,
  levels: { build: 'build', trim: 'trim', model: 'model', store: 'store' },
  holdingIsBest: (dollars: string) => `Holding brings ${dollars} from here on; nothing else brings more.`,
  anotherIsBest: {
    reprice: (holding: string, more: string) =>
      `Holding brings ${holding} from here on; to reprice brings ${more} more.`,
    trade: (holding: string, more: string) =>
      `Holding brings ${holding} from here on; to trade brings ${more} more.`,
    wholesale: (holding: string, more: string) =>
      `Holding brings ${holding} from here on; to wholesale brings ${more} more.`,
  },
  curtailmentDue: (dollars: string, day: string) => `${dollars} of its floor plan fall due on ${day}.`,
  conditions: { new: 'new', used: 'used' },
  wholesaleMeasured: (condition: string, percent: string, deals: number) =>
    `Wholesale, ${condition}: ${percent} % below cost, the mean of ${deals} deals of the last year.`,
  wholesaleAssumed: (condition: string, percent: string, deals: number) =>
    `Wholesale, ${condition}: ${percent} % below cost, assumed, for the store has ${deals} such deals.`,
  repricingAssumes: (percent: number) =>
    `Repricing assumes that each percent off raises the chance of a sale by ${percent} %.`,
  tradesAssume: (percent: number, dollars: string) =>
    `Trades assume that ${percent} % of units of the fastest kind are taken, of slower kinds fewer, at ${dollars} each: see Settings.`,
  noCurtailments: (condition: string) => `Curtailments, ${condition}: none set, see Settings.`,
  mostListed: (listed: number, units: number) =>
    `The ${listed} with the most at stake are listed, of ${units}.`,

  options: {
    hold: 'at the present price',
    noPrice: 'the export states no asking price',
    reprice: (percent: number) => `${percent} % off the asking price`,
    usedNotTraded: 'dealers trade new units',
    tradeAtPrice: (chance: number) =>
      `at the asking price, if a dealer takes it: ${chance} in 100, else held`,
    tradeAtCost: (chance: number) => `at cost, if a dealer takes it: ${chance} in 100, else held`,
    belowCost: (percent: string) => `at ${percent} % below cost`,
    aboveCost: (percent: string) => `at ${percent} % above cost`,
  },
};
