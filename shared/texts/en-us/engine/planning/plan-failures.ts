import { plural } from '../../../plural';

/** What is wrong when a plan cannot be made, found, decided or written, and what to do next. */
export const planFailures = {
  noPlan: (plan: string) => `There is no plan ${plan}.`,
  noLine: {
    message: (plan: string, lines: string) => `Plan ${plan} has no line ${lines}.`,
    nextStep: 'Take the line ids from the plan.',
  },
  lineTwice: 'A line is named more than once.',
  noQuantity: {
    message: (line: string) => `Line ${line} is changed, but to what quantity?`,
    nextStep: 'Give the quantity that is to be ordered.',
  },
  noForecast: {
    message: (day: string) => `There is no monthly forecast by trim for ${day}.`,
    nextStep: 'Run the forecast first, then plan.',
  },
  nothingKept: {
    message: (plan: string) => `Plan ${plan} did not keep what it chose from.`,
    nextStep: 'Make a new plan.',
  },
  signedOff: {
    message: (plan: string) => `Plan ${plan} is signed off and does not change any more.`,
    nextStep: 'Make a new plan; signing it off supersedes this one.',
  },
  undecided: {
    message: (lines: number) =>
      plural(lines, { one: 'One line is not decided yet.', other: `${lines} lines are not decided yet.` }),
    nextStep: 'Decide them, or say whether the rest is accepted or declined.',
  },
  sheetPath: {
    message: 'An order sheet needs a whole path that ends in .xlsx or .csv.',
    nextStep: 'Choose a folder and a name that ends in .xlsx or .csv.',
  },
  nothingOrdered: {
    message: 'No line of this plan is decided to be ordered.',
    nextStep: 'Accept lines or sign the plan off, then save the order sheet.',
  },
  solverBreaks: (limit: string) => `The solver's order breaks the limit "${limit}".`,
  solverEnded: (status: number) => `The solver ended with status ${status}.`,
};
