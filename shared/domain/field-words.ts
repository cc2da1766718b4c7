/**
 * What a dealer calls the fields that the contract and the importer name: `receivedOn` is the inventory date. Screens,
 * the command line, remarks and refusals all take their words from here.
 */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  cycle: 'Cycle',
  cycleStart: 'Cycle start',
  cycleEnd: 'Cycle end',
  make: 'Make',
  allocationGroup: 'Allocation group',
  models: 'Models',
  units: 'Units',
  reference: 'Reference',
  recommendedOn: 'Day of the order',
  model: 'Model',
  year: 'Year',
  trim: 'Trim',
  recommendedQuantity: 'Recommended quantity',
  decision: 'Decision',
  orderedQuantity: 'Ordered quantity',
  arrivedOn: 'Arrival date',
  unitsSold: 'Units sold',
  daysToTurn: 'Days to turn',
  gross: 'Gross',
  agedUnits: 'Aged units',
  rating: 'Rating',
  scoreGross: 'Score of gross',
  scoreDaysToTurn: 'Score of days to turn',
  scoreMarket: 'Score of market',
  scoreForecast: 'Score of forecast',
  reason: 'Reason',
  storeCode: 'Store',
  vehicle: 'Vehicle',
  modelCode: 'Model code',
  body: 'Body',
  drivetrain: 'Drivetrain',
  engine: 'Engine',
  exteriorColor: 'Exterior color',
  bodyType: 'Body type',
  interiorTrim: 'Interior',
  interiorColor: 'Interior color',
  vin: 'VIN',
  stockNumber: 'Stock number',
  condition: 'Condition',
  isCertified: 'Certified',
  certified: 'Certified',
  status: 'Status',
  receivedOn: 'Inventory date',
  ageDays: 'Age in days',
  odometer: 'Odometer',
  cost: 'Cost',
  price: 'Price',
  msrp: 'MSRP',
  invoice: 'Invoice',
  location: 'Lot location',
  photoCount: 'Photo count',
  dealNumber: 'Deal number',
  soldOn: 'Sold date',
  storeName: 'Store name',
  period: 'Period',
  region: 'Region',
  segment: 'Segment',
  averagePrice: 'Average price',
  daysSupply: 'Days supply',
  orderNumber: 'Order number',
  interiorCode: 'Interior code',
  package: 'Package',
  orderType: 'Order type',
  customer: 'Customer',
  orderedOn: 'Order date',
  buildWeek: 'Build week',
  estimatedArrivalOn: 'Estimated delivery',
  options: 'Options',
  contractOn: 'Contract date',
  accountingOn: 'Accounting date',
  deliveredOn: 'Delivery date',
  saleType: 'Sale type',
  dealType: 'Deal type',
  dealState: 'Deal status',
  isUnwound: 'Unwound',
  isQuote: 'Quote',
  isCompleted: 'Completed',
  daysInStock: 'Days in stock',
  frontGross: 'Front gross',
  backGross: 'Back gross',
  totalGross: 'Total gross',
  grossProfit: 'Gross profit',
  zip: 'ZIP code',
  odometerMiles: 'Odometer',
  modelYear: 'Model year',
  rawStatus: 'Status as the file says',
};

/** A field as words: `stockNumber` becomes `Stock number`, `priceCents` becomes `Price`. */
export function fieldWord(field: string): string {
  const word = FIELD_WORDS[field];
  if (word !== undefined) return word;
  const words = field
    .replace(/Cents$/, '')
    .replace(/([a-z0-9])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return FIELD_WORDS[words] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** As `fieldWord`, within a sentence: `inventory date`, but `VIN`. */
export function fieldWordWithin(field: string): string {
  const word = fieldWord(field);
  return /^[A-Z][a-z]/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

/** The one of `fields` that is meant by its name or by its word, whatever its letters' case. */
export function fieldMeant<Field extends string>(fields: readonly Field[], text: string): Field | undefined {
  const said = text.trim().toLowerCase();
  return fields.find((field) => field.toLowerCase() === said || fieldWord(field).toLowerCase() === said);
}
