/** What a replay of the store's past assumes, does and finds. */
export const replays = {
  reading: 'Reading sales and stock',
  living: (replays: number) => `Living through ${replays} replays`,
  done: (done: number, replays: number) => `${done} of ${replays} replays`,
  /** An allocation cycle that is made up. */
  cycle: (number: number) => `replay ${number}`,
  neverLearned:
    'Learning never had evidence enough to put other weights in use, so DOSO that learns ordered as DOSO with fixed weights did.',
  learned: (acted: number, replays: number) =>
    `Learning put other weights in use in ${acted} of ${replays} replays; in the others it ordered as with fixed weights.`,
  noReplay: {
    message: (replay: string) => `There is no replay with the id ${replay}.`,
    nextStep: 'List the replays and choose one of them.',
  },
  tooShort: {
    message: (day: string) => `There are too few months of sales up to ${day} to live through again.`,
    nextStep: 'Import sales that go back at least fifteen months.',
  },
  notes: {
    period: (days: number, day: string, cycleDays: number, knownDays: number) =>
      `The ${days} days up to ${day} are lived through again, ordering every ${cycleDays} days; policies know the ${knownDays} days before.`,
    customers:
      'Customers are the store’s own sales, drawn again with replacement, and on days without stock of a build as many as it sells on days with stock. A customer whose build is missing is lost, but for the share in the settings who take another build of the model.',
    measuredDeliveries: (orders: number) =>
      `Deliveries take as long as the store’s ${orders} arrived orders took.`,
    assumedDeliveries: (days: number) =>
      `No order-to-delivery times are on record: deliveries take three quarters to five quarters of the ${days} days in the settings.`,
    limits: 'Every policy keeps to the same limits; what the store did is taken as it was.',
    stockAtEnd: 'Stock at the end counts as its cost, less the gross that its age has taken.',
    noInDate: (units: number, days: number) =>
      `${units} sold units without an in-date are taken to have stood ${days} days, the median.`,
  },
};
