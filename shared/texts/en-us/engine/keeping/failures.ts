/** What any call can fail with, and what to do next. */
export const failures = {
  diskFull: {
    message: 'The disk is full; nothing was changed.',
    nextStep: 'Free some space and try again.',
  },
  alreadyStored: { message: 'This is already stored.', nextStep: 'Refresh and try again.' },
  changedMeanwhile: { message: 'Something else changed the same rows.', nextStep: 'Try again.' },
  queryCancelled: { message: 'The query was cancelled.', nextStep: 'Try again.' },
  unexpected: {
    message: (incident: string) => `Something went wrong inside DOSO (error ${incident}).`,
    nextStep: 'Try again; if it comes back, send the log with this id.',
  },
  noData: {
    message: (store: string, begin: string) => `The data of ${store} begins on ${begin}.`,
    nextStep: (begin: string) => `Ask for ${begin} or a later day, or import older exports.`,
  },
  noView: {
    message: 'That view is no longer there.',
    nextStep: 'Look at the list of views again.',
  },
  noOutcome: {
    message: (outcome: string) => `There is no outcome with the id ${outcome}.`,
    nextStep: 'List the outcomes and choose one of them.',
  },
  outcomeAfterData: 'The outcome is of a day after the store’s data date.',
  ownStoreWithSampleCode: {
    message: (code: string) => `There is already a store of yours with the sample store’s code, ${code}.`,
    nextStep: 'Try the sample store in an empty database.',
  },
  errorReport: {
    memory: (gigabytes: number) => `${gigabytes} GB of memory`,
    wrongPath: {
      message: 'An error report is saved as JSON.',
      nextStep: 'Choose a name that ends in .json.',
    },
  },
  rejectsPath: {
    message: 'Rejected rows are saved as CSV.',
    nextStep: 'Choose a name that ends in .csv.',
  },
};
