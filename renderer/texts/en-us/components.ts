/** Words of the parts that every screen shares. */
export const components = {
  tones: { good: 'Good', caution: 'Caution', act: 'Act' },
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  loading: 'Loading',
  show: 'Show',
  starting: 'Starting',
  progress: 'Progress',
  tryAgain: 'Try again',
  undo: 'Undo',
  nothingHere: 'Nothing here.',
  chart: {
    copyTable: 'Copy the table',
    savePicture: 'Save as a picture',
    showChart: 'Show the chart',
    showTable: 'Show the table behind the chart',
    copied: 'Table copied',
    copiedAbout: 'Paste it into a spreadsheet.',
    described: (title: string, summary: string) => `${title}. ${summary}`,
  },
  buckets: {
    measure: 'Measure',
    units: 'Units',
    cost: 'Cost',
    bucket: (series: string, bucket: string) => `${series} ${bucket}`,
    hover: (units: string, cost: string) => `${units} units, ${cost}`,
    summary: (series: string, units: string, aged: string) =>
      `${series}: ${units} units, ${aged} of them aged.`,
  },
  columns: {
    button: 'Columns',
    asTheyWere: 'As they were',
    moveUp: (column: string) => `Move ${column} forward`,
    moveDown: (column: string) => `Move ${column} back`,
    letScroll: (column: string) => `Let ${column} scroll`,
    keepInView: (column: string) => `Keep ${column} in view`,
  },
  freshness: {
    about: (day: string) => `Every figure is computed as of ${day}, the newest day your files cover.`,
    of: (day: string, age: string) => `Data of ${day} · ${age}`,
  },
  figure: {
    sample: (size: string) => `n ${size}`,
    days: (days: number) => `${days} days`,
    window: (days: number) => `Window: last ${days} days`,
    dateField: (field: string) => `Date used: ${field}`,
    sampleSize: (size: string) => `Sample: ${size}`,
  },
  month: {
    sellingDays: (soFar: number, all: number) => `${soFar} of ${all} selling days`,
    inMonth: (units: string, month: string) => `${units} in ${month}`,
    inMonthWithPace: (units: string, month: string, pace: string) => `${units} in ${month}, pace ${pace}`,
    onPace: (pace: string) => `on pace for ${pace}`,
    inFull: (month: string, sold: string, pace: string, days: string) =>
      `${month}: ${sold} sold, on pace for ${pace} after ${days}`,
    inFullWithLastYear: (soFar: string, lastYear: string, units: string) =>
      `${soFar}; ${lastYear} ended with ${units}`,
  },
};
