/** `schedule`. */
export const schedule = {
  help: {
    schedule: {
      description: 'reports that are written by themselves: list, add, remove, or run those that are due',
      action: 'list, add, remove or run',
      id: 'the schedule to remove or to run',
      kind: 'for add: which report',
      format: 'for add',
      table: 'for add, as csv, json or parquet',
      folder: 'for add: where the files go',
      every: 'for add: import, day, or a weekday such as monday',
      at: 'for add: the time of day, HH:MM',
      all: 'for run: also those that are not due',
    },
  },
  badAction: {
    unknown: (action: string) => `There is no "schedule ${action}".`,
    withoutId: (action: string) => `There is no "schedule ${action}" without an id.`,
    nextStep: 'Use schedule list, schedule add, schedule remove ID or schedule run [ID].',
  },
  noneDue: 'No report is due.',
  none: 'No report is scheduled.',
  failed: (message: string) => `Failed: ${message}`,
  wrote: (path: string) => `Wrote ${path}`,
  line: (one: { id: string; report: string; format: string; when: string; folder: string }) =>
    `${one.id}  ${one.report} as ${one.format}, ${one.when}, to ${one.folder}`,
  lineThatFailed: (line: string, message: string) => `${line}; last try failed: ${message}`,
  incomplete: {
    message: 'A schedule needs a folder, a day and a time.',
    nextStep:
      'For example: schedule add --kind ageing --format pdf --folder reports --every monday --at 07:30',
  },
};
