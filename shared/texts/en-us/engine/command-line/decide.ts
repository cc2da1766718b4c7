/** `decide`, `sign-off` and `order-sheet`. */
export const decide = {
  help: {
    decide: {
      description: 'record what was decided on a plan’s lines',
      file: 'JSON: { planId, lines: [{ lineId, decision, quantity, reason }] }',
    },
    signOff: {
      description: 'close a plan: it does not change any more, and a later one supersedes it',
      plan: 'the plan (default: the latest)',
      undecided: 'what becomes of lines that are not decided',
      note: 'a note that stands on the order sheet',
    },
    orderSheet: {
      description: 'write what was decided to be ordered, .xlsx or .csv',
      out: 'the file to write',
      plan: 'the plan (default: the latest)',
    },
  },
  decided: (plan: string, decided: string, lines: string) =>
    `Plan ${plan}: ${decided} of ${lines} lines decided.`,
  signedOff: (plan: string) => `Plan ${plan} is signed off.`,
  orderSheet: (units: string, cost: string, path: string) => `${units} units, ${cost}: ${path}`,
  noPlan: { message: 'There is no order plan yet.', nextStep: 'Make one with doso plan.' },
  noDecisions: (file: string, reason: string) => `${file} holds no decisions: ${reason}`,
};
