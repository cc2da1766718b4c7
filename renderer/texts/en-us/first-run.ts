/** Words of the first start. */
export const firstRun = {
  title: 'What to order, what to move, and why',
  lead: 'DOSO works from the exports of your dealer management system, on this computer alone. Nothing leaves it.',
  step: (now: number, of: number) => `Step ${now} of ${of}`,
  steps: {
    store: 'Your store',
    data: 'Its data',
    read: 'Reading',
    look: 'First look',
  },
  back: 'Back',
  next: 'Next',
  store: {
    about: 'The name of the store, as its exports will be filed. Several stores can be added later.',
    own: 'My own store',
    ownAbout: 'Bring an inventory list and a sales report, as your system writes them.',
    sample: 'The sample store',
    sampleAbout:
      "A made-up dealership with three years of sales, today's stock and an open order bank. One click clears it again.",
    code: 'Short code of the store',
    codeHint: 'Letters and digits, for example NORTH. Files that name their own store keep it.',
    codeBad: 'Use letters, digits, - and _ only, 40 at most.',
  },
  data: {
    ownTitle: 'Choose your exports, or drop them here',
    ownAbout:
      'CSV, text, Excel, JSON or Parquet. You see what was understood before anything is stored, and every question is asked once.',
    choose: 'Choose files…',
    sampleTitle: 'The sample needs no files',
    sampleAbout:
      'Its exports are written and read in as yours would be, then forecast and planned: about a minute.',
    load: 'Load the sample store',
  },
  read: { sample: 'The sample store is being made', cancelled: 'It was cancelled. Nothing was kept.' },
};
