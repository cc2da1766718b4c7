const exportAsTable = 'Export the report as CSV or Excel.';
const exportAgain = 'Export the report again and import the new file.';
const exportWithData = 'Export the report again with data in it.';
const copyAgain = 'Copy or export the file again.';
const exportUncut = 'Export it again; the file may be cut off.';
const saveFromExcel = 'Open it in Excel and save it as .xlsx or CSV.';
const importWhatIsInside = 'Unpack it and import the files inside.';

/** Why a file cannot be read, and what to do about it. */
export const files = {
  notAFile: { message: (name: string) => `${name} is not a file.`, nextStep: 'Name the files inside it.' },
  notFound: {
    message: (name: string, path: string) => `${name} was not found at ${path}.`,
    nextStep: 'Check the path.',
  },
  notReadable: (name: string, code: string) => `${name} could not be read (${code}).`,
  unknownReason: 'unknown reason',
  empty: { message: (name: string) => `${name} is empty (0 bytes).`, nextStep: exportAgain },
  blank: { message: (name: string) => `${name} holds only blanks.`, nextStep: exportAgain },
  binary: {
    message: (name: string) => `${name} is not a text file, workbook, JSON or Parquet file.`,
    nextStep: exportAsTable,
  },
  pdf: {
    message: (name: string) =>
      `${name} is a PDF, whatever its name says; its columns cannot be read reliably.`,
    nextStep: 'Export the same report as text, CSV or Excel.',
  },
  picture: { message: (name: string) => `${name} is a picture.`, nextStep: exportAsTable },
  richText: {
    message: (name: string) => `${name} is a Word document (RTF).`,
    nextStep: 'Export the report as CSV or Excel; a table in a document can be copied into Excel and saved.',
  },
  sqlScript: {
    message: (name: string) => `${name} is a database script (SQL), not an export.`,
    nextStep: 'Run the query in the program that made it and save its result as CSV.',
  },
  noRows: { message: (name: string) => `${name} holds no rows.`, nextStep: exportWithData },
  onlyNames: {
    message: (name: string) => `${name} has column names but no rows below them.`,
    nextStep: exportWithData,
  },
  noTable: { message: (name: string) => `${name} holds no table.`, nextStep: exportWithData },
  tooLargeForText: {
    message: (name: string, format: string) => `${name} is larger than 256 MB, too large for ${format}.`,
    nextStep: 'Export it as CSV or Parquet.',
  },
  json: {
    noRecords: {
      message: (name: string) => `${name} holds no list of records.`,
      nextStep: 'Export an array of objects, one for each row.',
    },
    damaged: {
      message: (name: string, reason: string) => `${name} is not complete JSON: ${reason}.`,
      nextStep: exportUncut,
    },
  },
  xml: {
    damaged: {
      message: (name: string, reason: string) => `${name} is not complete XML: ${reason}.`,
      nextStep: exportUncut,
    },
    tooDeep: 'elements are nested too deeply',
    notClosed: (element: string) => `${element} is not closed`,
    notOpen: (element: string) => `${element} is closed but not open`,
  },
  notParsed: 'it cannot be parsed',
  textInBlocks: 'text in blocks',
  parquet: {
    damaged: { message: (name: string) => `${name} is a damaged Parquet file.`, nextStep: copyAgain },
    cutOff: {
      message: (name: string) => `${name} is a Parquet file that is cut off: its last bytes are missing.`,
      nextStep: copyAgain,
    },
  },
  oldWorkbook: {
    tooLarge: {
      message: (name: string) => `${name} is larger than 64 MB, too large for an old Excel workbook.`,
      nextStep: saveFromExcel,
    },
    locked: {
      message: (name: string) => `${name} is protected by a password.`,
      nextStep: 'Open it in Excel and save it without one.',
    },
    damaged: {
      message: (name: string) => `${name} is a damaged Excel workbook, or a document of another program.`,
      nextStep: saveFromExcel,
    },
  },
  workbook: {
    tooLarge: {
      message: (name: string) => `${name} unpacks to more than DOSO reads of a workbook.`,
      nextStep: 'Export the report as CSV.',
    },
    otherArchive: {
      message: (name: string) => `${name} is an archive, not an Excel workbook.`,
      nextStep: importWhatIsInside,
    },
    cutOff: {
      message: (name: string) =>
        `${name} is cut off: its end, where a workbook keeps its table of contents, is missing.`,
      nextStep: 'Copy or export the file again; the download or copy was not complete.',
    },
    damaged: {
      message: (name: string) => `${name} is a damaged workbook: it could not be read to the end.`,
      nextStep: 'Open it in Excel, save it again, and import that file.',
    },
  },
  gzip: {
    damaged: {
      message: (name: string) => `${name} is a damaged or cut off gzip file.`,
      nextStep: copyAgain,
    },
    tooLarge: {
      message: (name: string) => `${name} unpacks to far more than an export holds.`,
      nextStep: 'If it is meant, unpack it and import the file inside.',
    },
  },
  archive: {
    member: (member: string, archive: string) => `${member} in ${archive}`,
    nested: {
      message: (name: string) => `${name} is an archive inside an archive.`,
      nextStep: 'Unpack the outer one and import what is inside.',
    },
    unsafe: {
      message: (name: string) => `${name} holds a file that would be written outside of its folder.`,
      nextStep: 'Do not open it; ask whoever sent it.',
    },
    tooLarge: {
      message: (name: string) => `${name} unpacks to far more than exports hold.`,
      nextStep: 'Import the files inside one by one.',
    },
    locked: {
      message: (name: string) => `${name} is protected by a password.`,
      nextStep: importWhatIsInside,
    },
    empty: { message: (name: string) => `${name} holds no files.`, nextStep: 'Export the report again.' },
    damagedMember: {
      message: (member: string, archive: string) => `${member} in ${archive} is damaged.`,
      nextStep: 'Copy or export the archive again.',
    },
  },
};
