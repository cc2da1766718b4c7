/** Why a line is in the plan, and why a build has no score. */
export const reasons = {
  triedInstead: (build: string) =>
    `One unit went to the ${build}, which is worth nearly as much: trying it to learn.`,
  tried: ({
    insteadOf,
    givenUp,
    chance,
    choices,
  }: {
    insteadOf: string;
    givenUp: string;
    chance: number;
    choices: number;
  }) =>
    `Trying this build to learn: one unit instead of the ${insteadOf}, for ${givenUp} less expected; ` +
    `drawn with a chance of ${chance} % among ${choices} builds worth nearly the same.`,
  demand: ({
    demand,
    days,
    afterArrival,
    onHand,
    arriving,
    lostSales,
  }: {
    demand: string;
    days: number;
    afterArrival: string;
    onHand: number;
    arriving: number;
    /** Null where too few would be lost to tell. */
    lostSales: string | null;
  }) =>
    `${demand} expected to sell in ${days} days, ${afterArrival} of them after this order arrives; ` +
    `${onHand} in stock, ${arriving} arriving by then` +
    `${lostSales === null ? '' : `, so ${lostSales} buyers would find none without it`}.`,
  earns: (gross: string) => `Earns ${gross} a unit`,
  earnsInParts: (gross: string, front: string, back: string) =>
    `Earns ${gross} a unit (${front} front, ${back} back)`,
  paceUnknown: (earns: string) => `${earns}; too few have sold to tell how fast.`,
  pace: ({
    earns,
    days,
    isLowerBound,
    basis,
    storeDays,
    isCore,
  }: {
    earns: string;
    days: number;
    isLowerBound: boolean;
    basis: string;
    storeDays: number | null;
    isCore: boolean;
  }) =>
    `${earns} and takes ${isLowerBound ? 'over ' : ''}${days} days to sell (${basis})` +
    `${storeDays === null ? '' : `; the store's median is ${storeDays}`}${isCore ? ': a core build' : ''}.`,
  soldOf: {
    build: (sold: number, unsold: number) => `${sold} sold, ${unsold} unsold`,
    trim: (sold: number, unsold: number) => `${sold} sold, ${unsold} unsold for the trim`,
    model: (sold: number, unsold: number) => `${sold} sold, ${unsold} unsold for the model`,
    store: (sold: number, unsold: number) => `${sold} sold, ${unsold} unsold for the store`,
  },
  noRoom: (worth: string, limits: string) =>
    `One more unit would be worth ${worth}, but there is no room under ${limits}.`,
  limitsTogether: 'the limits together',
  limitsNamed: (limits: readonly string[]) => limits.join(' and '),
  required: (loss: string) =>
    `Ordered only because a minimum requires it: the last unit is expected to lose ${loss}.`,
  lastUnit: (worth: string) => `The last unit is worth ${worth} after holding.`,
  oneMoreEarns: (worth: string, more: string) =>
    `The last unit is worth ${worth} after holding; one more would be worth ${more}.`,
  oneMoreLoses: (worth: string, loss: string) =>
    `The last unit is worth ${worth} after holding; one more would lose ${loss}.`,

  notScored: {
    gross: 'no sale states a gross',
    daysToTurn: 'too few sales to tell its days to turn',
    market: 'no market facts for its model',
    forecast: 'no forecast for its model',
  },
  notScoredTogether: (whys: readonly string[]) => whys.join('; '),
  noWeights: 'all weights are 0',
};
