/** What is said of single rows and cells, and of the totals that a file states itself. */
export const rows = {
  missing: {
    allocation: 'The row does not say make, group, cycle and units.',
    feedback: 'The row does not say plan reference, day, decision and quantity.',
    market: 'The row does not say period, region, make, model and units.',
    stockIdentity: 'The row has neither a VIN nor a stock number.',
    orderNumber: 'The row has no order number.',
    dealIdentity: 'The row has no VIN, no stock number and no deal number.',
    dealDate: 'The deal has no date that can be read.',
    make: 'The row does not say which make it is.',
    model: 'The row does not say which model it is.',
  },
  condition: {
    new: 'The file does not say new or used: taken as new from mileage, model year and certification.',
    used: 'The file does not say new or used: taken as used from mileage, model year and certification.',
  },
  badPeriod: 'This is no period: months are YYYY-MM, weeks YYYY-Www.',
  filledFromAbove: 'Only the first row of a group states this; it is taken from the row above.',
  shortenedNumber: 'A spreadsheet shortened this number; it is not used.',
  badAmount: 'This is no amount of money; it is left out.',
  badDate: {
    mdy: "This is no date in the column's order (month/day/year); it is left out.",
    dmy: "This is no date in the column's order (day/month/year); it is left out.",
  },
  badNumber: 'This is no number; it is left out.',
  hugeNumber: 'This number is too large to be meant; it is left out.',
  badYear: 'This is no model year; it is left out.',
  unknownWord: (expected: string) => `Not one of the known words for ${expected}.`,
  wordsFor: {
    newOrUsed: 'new or used',
    certified: 'certified',
    decision: 'decision',
    stockStatus: 'stock status',
    orderStatus: 'order status',
    yesOrNo: 'yes or no',
    dealStatus: 'deal status',
    saleType: 'sale type',
    dealType: 'deal type',
  },
  dropped: '(dropped)',
  modelNotStated:
    'The file does not say the model: it is the one that other files give for this VIN, or stays unknown.',
  makeDiffers: (vinMake: string, make: string) =>
    `The VIN is ${vinMake}'s, the row says ${make}: ${make} is kept.`,
  yearDiffers: (vinYear: string, year: string) =>
    `The VIN is of ${vinYear}, the row says ${year}: ${year} is kept.`,
  makeFromVin: (make: string) => `No make is stated: the VIN is ${make}'s.`,
  vin: {
    damaged: 'A spreadsheet turned this VIN into a number; the row is matched by its stock number.',
    short: 'Only the end of the VIN is stated; it is matched by its last characters.',
    length: (characters: string) => `A VIN has 17 characters, this one ${characters}.`,
    letters: (repaired: string) => `O, I and Q are no VIN letters: read as ${repaired}.`,
    checkDigit: 'The check digit (9th character) does not fit: one character may be mistyped.',
  },
  ignored: {
    total: 'total',
    footer: 'footer',
    repeatedHeader: 'repeated header',
    ruledLine: 'ruled line',
    heading: 'heading or footer',
    quote: 'quote, not a deal',
    repeat: 'repeats another row of the file',
  },
  totals: {
    less: (total: { column: string; stated: string; added: string; difference: string }) =>
      `The file's own total of ${total.column} is ${total.stated}; its rows add up to ${total.added}, ${total.difference} less.`,
    more: (total: { column: string; stated: string; added: string; difference: string }) =>
      `The file's own total of ${total.column} is ${total.stated}; its rows add up to ${total.added}, ${total.difference} more.`,
    count: (stated: string, records: string) =>
      `The file says that it lists ${stated}; ${records} rows were read as records.`,
  },
};
