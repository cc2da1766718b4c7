import type { PluralForms } from '@shared/texts/plural';

/** Other languages have other forms than these two. */
const formsOf = <Name extends string>(forms: Record<Name, PluralForms>) => forms;

/** What is counted, as it stands behind its number: `1 unit`, `240 units`. */
export const nouns = formsOf({
  availableUnit: { one: 'available unit', other: 'available units' },
  build: { one: 'build', other: 'builds' },
  buyer: { one: 'buyer', other: 'buyers' },
  column: { one: 'column', other: 'columns' },
  day: { one: 'day', other: 'days' },
  deal: { one: 'deal', other: 'deals' },
  decision: { one: 'decision', other: 'decisions' },
  file: { one: 'file', other: 'files' },
  forecastPeriod: { one: 'forecast period', other: 'forecast periods' },
  import: { one: 'import', other: 'imports' },
  job: { one: 'job', other: 'jobs' },
  line: { one: 'line', other: 'lines' },
  minute: { one: 'minute', other: 'minutes' },
  month: { one: 'month', other: 'months' },
  moreColumn: { one: 'more', other: 'more' },
  moreGuess: { one: 'more guess', other: 'more guesses' },
  order: { one: 'order', other: 'orders' },
  problem: { one: 'problem', other: 'problems' },
  recommendation: { one: 'recommendation', other: 'recommendations' },
  record: { one: 'record', other: 'records' },
  remark: { one: 'remark', other: 'remarks' },
  replay: { one: 'replay', other: 'replays' },
  row: { one: 'row', other: 'rows' },
  second: { one: 'second', other: 'seconds' },
  segment: { one: 'segment', other: 'segments' },
  series: { one: 'series', other: 'series' },
  test: { one: 'test', other: 'tests' },
  time: { one: 'time', other: 'times' },
  unit: { one: 'unit', other: 'units' },
  value: { one: 'value', other: 'values' },
  week: { one: 'week', other: 'weeks' },
});
