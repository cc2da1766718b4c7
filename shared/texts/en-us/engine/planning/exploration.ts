/** Whether plans may try near-equal builds, and what the store's own log says of it. */
export const exploration = {
  tooYoung: (open: number) => `${open} more are too young to judge or not yet sold.`,
  notEnough: (decisions: number, needed: number) =>
    `Not enough data: ${decisions} of ${needed} decided recommendations whose end is known.`,
  gain: (mean: string, low: string, high: string, decisions: number) =>
    `${mean} (95 % interval ${low} to ${high}) on ${decisions} decisions`,
  leftOut: (gain: string) =>
    `Exploration is on, but plans leave it out: going by what was learned would not surely have earned more, ${gain}.`,
  staysOff: (gain: string) =>
    `Exploration stays off: going by what was learned would not surely have earned more, ${gain}.`,
  tries: (gain: string) =>
    `Plans try near-equal builds: going by what was learned would have earned more, ${gain}.`,
  mayBeOn: (gain: string) =>
    `Exploration may be switched on: going by what was learned would have earned more, ${gain}.`,
  refused: {
    message: (why: string) => `Exploration cannot be switched on. ${why}`,
    nextStep: 'Decide plans and import what became of them; the Learning screen shows when it may be tried.',
  },
};
