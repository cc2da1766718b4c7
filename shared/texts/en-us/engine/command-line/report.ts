/** `report`. */
export const report = {
  help: {
    report: {
      description: 'write a report as an Excel workbook or a PDF, or a table as CSV, JSON or Parquet',
      out: 'file ending in .xlsx, .pdf, .csv, .json or .parquet',
      kind: 'which report',
      section: 'these sections of the report alone',
      table: 'for .csv, .json and .parquet: which table',
      condition: 'lists of new or used alone',
      make: 'lists of this make alone',
      model: 'lists of this model alone',
      view: 'figures and lists of this saved view alone',
      months: 'months of sales shown, 3 to 60',
      paper: 'for .pdf',
      ink: 'for .pdf',
    },
  },
  wrote: (path: string, kilobytes: string) => `Wrote ${path} (${kilobytes} KB).`,
  badName: {
    message: (file: string) =>
      `A report is written as .xlsx or .pdf, a table as .csv, .json or .parquet; not as ${file}.`,
    nextStep: 'Name the file with one of these endings.',
  },
  noView: {
    message: (name: string) => `There is no saved view named ${name}.`,
    views: (names: readonly string[]) => `Views: ${names.join(', ')}.`,
    saveOne: 'Save a view in the window first.',
  },
  noSection: {
    message: (kind: string, section: string) => `A ${kind} report has no section ${section}.`,
    nextStep: (sections: readonly string[]) => `Its sections are ${sections.join(', ')}.`,
  },
  badMonths: {
    message: (months: string) => `--months ${months} is not a whole number from 3 to 60.`,
    nextStep: 'Give a number of months, e.g. --months 24.',
  },
};
