import { plural } from '@shared/texts/plural';

/** Words of the Order plan: its head, its totals, and what is done with it. */
export const screen = {
  title: 'Order plan',
  lead: (asOf: string, made: string) => `As of ${asOf}, made ${made}`,
  make: 'Make plan',
  tabs: { plan: 'Plan', limits: 'Limits and what-if', map: 'Map' },
  again: {
    title: 'Make a new plan?',
    yes: 'Make plan',
    no: 'Keep this one',
    about: (decided: number, lines: string) =>
      plural(decided, {
        one: `${lines} of this plan is decided. That stays on record, but the new plan starts with nothing decided.`,
        other: `${lines} of this plan are decided. That stays on record, but the new plan starts with nothing decided.`,
      }),
  },
  none: {
    title: 'No order plan yet',
    about:
      'The plan weighs what each further unit is expected to earn against its cost, within your budget, places and allocation. It rests on the forecast by month.',
    forecastFirst: 'Run the forecast first',
    make: 'Make the first plan',
  },
  form: {
    open: 'Limits',
    budget: 'Budget for this order',
    places: 'Places on the lot',
    make: 'Make plan with these limits',
    unlimited: 'Unlimited',
    noLimit: 'No limit',
  },
  actions: {
    signed: (plan: string) => `Plan ${plan} is signed off`,
    saveDecided: 'Save what was decided',
    acceptFirst: 'Accept lines first',
    sheet: 'Order sheet',
    excel: 'Excel…',
    csv: 'CSV…',
    signOff: 'Sign off',
    explain: 'In plain words',
    sheetSaved: 'Order sheet saved',
    open: 'Open',
  },
  totals: {
    label: 'Totals of the plan',
    solved: (by: { status: string; builds: string; milliseconds: string; gap: string }) =>
      `${by.status} over ${by.builds} in ${by.milliseconds} ms, gap ${by.gap}`,
    solverStatus: { optimal: 'Proved best', time_limit: 'Best found in the time given' },
    units: 'Units to order',
    withoutLimits: (amount: string) => `${amount} without limits`,
    cost: 'Cost',
    net: 'Expected net',
    netPerUnit: 'Net per unit',
    window: (days: string) => `window of ${days}`,
    decided: 'Decided',
    decidedOf: (decided: string, lines: string) => `${decided} of ${lines}`,
    signedOff: 'Signed off',
    soFar: (units: string) => `${units} so far`,
    superseded: (plan: string) => `superseded by plan ${plan}`,
    signedOn: (units: string, at: string) => `${units} on ${at}`,
  },
  signOff: {
    title: 'Sign the plan off',
    undecided: (open: number, lines: string, units: string) =>
      plural(open, {
        one: `${lines} of ${units} is not decided`,
        other: `${lines} of ${units} are not decided`,
      }),
    accept: 'Accept them as planned',
    decline: 'Decline them',
    note: 'Note',
    noteExample: 'For the order sheet',
    about:
      'A signed plan does not change any more. A later one that you sign supersedes it; both stay on record.',
    cancel: 'Cancel',
    submit: 'Sign off',
  },
  explain: {
    title: 'The plan in plain words',
    by: (model: string) => `Worded by ${model}; its numbers are the plan’s.`,
    goesTo: <Part>(address: Part) => [
      'This, and your key, would go to ',
      address,
      '; nothing else leaves this computer.',
    ],
    body: 'What would be sent',
    switchOn: 'Switch explanations on first',
    cancel: 'Cancel',
    close: 'Close',
    send: 'Send',
  },
};
