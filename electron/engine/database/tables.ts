/**
 * Row types of every table, camelCase as the engine sees them (the Kysely plugin maps snake_case in one place).
 * Types as PGlite hands them over: bigint and numeric as number, date as 'YYYY-MM-DD', timestamptz as ISO text.
 */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Json<T> = ColumnType<T, T | string, T | string>;
/** Null until it happens. */
type LaterInstant = ColumnType<string | null, string | null | undefined, string | null>;
type Instant = ColumnType<string, string | undefined, string>;

export interface Tables {
  store: StoreTable;
  build: BuildTable;
  importProfile: ImportProfileTable;
  importBatch: ImportBatchTable;
  importBatchRows: ImportBatchRowsTable;
  importProblem: ImportProblemTable;
  importJournal: ImportJournalTable;
  stockEpisode: StockEpisodeTable;
  inventorySnapshot: InventorySnapshotTable;
  departure: DepartureTable;
  sale: SaleTable;
  correction: CorrectionTable;
  factoryOrder: FactoryOrderTable;
  factoryOrderStatus: FactoryOrderStatusTable;
  allocation: AllocationTable;
  orderConstraint: OrderConstraintTable;
  marketFact: MarketFactTable;
  forecastRun: ForecastRunTable;
  forecastSeries: ForecastSeriesTable;
  forecastPoint: ForecastPointTable;
  forecastAccuracy: ForecastAccuracyTable;
  forecastCache: ForecastCacheTable;
  forecastOutcome: ForecastOutcomeTable;
  forecastAdjustment: ForecastAdjustmentTable;
  trimSuccession: TrimSuccessionTable;
  learningRun: LearningRunTable;
  weightSet: WeightSetTable;
  replayRun: ReplayRunTable;
  planRun: PlanRunTable;
  planLine: PlanLineTable;
  planDecision: PlanDecisionTable;
  planExploration: PlanExplorationTable;
  feedback: FeedbackTable;
  embedding: EmbeddingTable;
  savedReport: SavedReportTable;
  reportSchedule: ReportScheduleTable;
  job: JobTable;
  setting: SettingTable;
  savedView: SavedViewTable;
  screenLayout: ScreenLayoutTable;
  notification: NotificationTable;
  watchedFile: WatchedFileTable;
}

type JsonObject = Record<string, unknown>;

export interface StoreTable {
  id: Generated<number>;
  code: string;
  name: string;
  timeZone: Generated<string>;
  region: string | null;
  makes: Generated<string[]>;
  settings: Json<JsonObject>;
  isSample: Generated<boolean>;
  createdAt: Instant;
}

export interface BuildTable {
  id: Generated<number>;
  make: string;
  model: string;
  modelYear: number | null;
  body: string | null;
  trim: string | null;
  drivetrain: string | null;
  engine: string | null;
  package: string | null;
  exteriorColor: string | null;
  interiorColor: string | null;
}

export interface ImportProfileTable {
  id: Generated<number>;
  name: string;
  kind: string;
  headerFingerprint: string;
  mapping: Json<JsonObject>;
  coverage: Generated<string>;
  createdAt: Instant;
}

export interface ImportBatchTable {
  id: Generated<number>;
  fileName: string;
  fileHash: string;
  kind: string;
  format: string;
  profileId: number | null;
  storeIds: number[];
  asOf: string;
  asOfSource: string;
  coverage: string;
  counts: Json<JsonObject>;
  changes: Json<JsonObject>;
  columns: Json<unknown[]>;
  droppedColumns: Generated<string[]>;
  remarks: Generated<string[]>;
  sourcePath: string | null;
  options: Json<JsonObject>;
  reconciliation: ColumnType<JsonObject | null, string | null | undefined, string | null>;
  importedAt: Instant;
  undoneAt: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface ImportBatchRowsTable {
  batchId: number;
  storeId: number;
  /** An int8multirange: ids mostly follow each other. */
  rowIds: string;
}

export interface ImportProblemTable {
  id: Generated<number>;
  batchId: number;
  line: number | null;
  columnName: string | null;
  code: string;
  value: string | null;
  message: string;
  severity: string;
}

export interface ImportJournalTable {
  batchId: number;
  tableName: string;
  rowId: number;
  before: JSONColumnType<JsonObject> | null;
}

export interface StockEpisodeTable {
  id: Generated<number>;
  storeId: number;
  vin: string | null;
  stockNumber: string | null;
  buildId: number;
  condition: 'new' | 'used';
  isCertified: Generated<boolean>;
  status: string;
  receivedOn: string | null;
  receivedOnSource: Generated<string>;
  odometerMiles: number | null;
  costCents: number | null;
  priceCents: number | null;
  msrpCents: number | null;
  location: string | null;
  source: string;
  firstSeenOn: string;
  lastSeenOn: string;
  closedOn: string | null;
  closeReason: string | null;
  raw: Json<JsonObject>;
  rowHash: string;
  batchId: number;
}

export interface InventorySnapshotTable {
  storeId: number;
  asOf: string;
  episodeId: number;
  status: string;
  priceCents: number | null;
  batchId: number;
}

export interface SaleTable {
  id: Generated<number>;
  storeId: number;
  dealNumber: string | null;
  vin: string | null;
  stockNumber: string | null;
  buildId: number;
  episodeId: number | null;
  condition: 'new' | 'used';
  isCertified: Generated<boolean>;
  saleType: 'retail' | 'lease' | 'fleet' | 'wholesale' | 'dealer_trade';
  dealState: 'counted' | 'pending' | 'reversed';
  soldOn: string;
  contractOn: string | null;
  accountingOn: string | null;
  deliveredOn: string | null;
  receivedOn: string | null;
  odometerMiles: number | null;
  priceCents: number | null;
  costCents: number | null;
  msrpCents: number | null;
  frontGrossCents: number | null;
  backGrossCents: number | null;
  totalGrossCents: number | null;
  zip: string | null;
  /** JSON list of the mapped, non-personal cells, in the order of the batch's columns. */
  raw: Generated<string>;
  rowHash: string;
  batchId: number;
  /** `departure`: no file has this deal; the store treats departures as sales. */
  source: ColumnType<'file' | 'departure', 'file' | 'departure' | undefined, 'file' | 'departure'>;
}

export interface DepartureTable {
  id: Generated<number>;
  storeId: number;
  episodeId: number;
  lastSeenOn: string;
  leftBy: string;
}

export interface CorrectionTable {
  id: Generated<number>;
  storeId: number;
  tableName: 'stock_episode' | 'sale';
  rowId: number;
  columnName: string;
  /** VIN, stock number and deal number or day of arrival of the record, as files state them. */
  identity: Generated<Json<unknown>>;
  imported: Json<unknown>;
  corrected: Json<unknown>;
  note: string | null;
  madeAt: Instant;
}

export interface FactoryOrderTable {
  id: Generated<number>;
  storeId: number;
  orderNumber: string;
  buildId: number;
  allocationGroup: string | null;
  status: string;
  rawStatus: string | null;
  orderType: 'stock' | 'sold';
  orderedOn: string | null;
  estimatedArrivalOn: string | null;
  arrivedOn: string | null;
  vin: string | null;
  msrpCents: number | null;
  invoiceCents: number | null;
  lastSeenOn: string;
  closedOn: string | null;
  raw: Json<JsonObject>;
  rowHash: string;
  batchId: number;
}

export interface FactoryOrderStatusTable {
  orderId: number;
  asOf: string;
  status: string;
  rawStatus: string | null;
}

export interface AllocationTable {
  id: Generated<number>;
  storeId: number;
  cycle: string;
  cycleStart: string;
  cycleEnd: string;
  make: string;
  allocationGroup: string;
  models: string[];
  units: number;
  rowHash: string;
  batchId: number;
}

export interface OrderConstraintTable {
  id: Generated<number>;
  storeId: number;
  definition: Json<JsonObject>;
  createdAt: Instant;
}

export interface MarketFactTable {
  id: Generated<number>;
  storeId: number;
  period: string;
  region: string;
  segment: string;
  make: string;
  model: string;
  units: number;
  averagePriceCents: number | null;
  daysSupply: number | null;
  rowHash: string;
  batchId: number;
}

export interface ForecastRunTable {
  id: Generated<number>;
  storeId: number;
  asOf: string;
  grain: 'week' | 'month';
  horizon: number;
  options: Json<JsonObject>;
  milliseconds: number;
  createdAt: Instant;
  details: ColumnType<unknown, string | undefined, string>;
}

export interface ForecastSeriesTable {
  id: Generated<number>;
  runId: number;
  seriesKey: string;
  level: 'store' | 'model' | 'trim' | 'build';
  make: string | null;
  condition: ColumnType<'new' | 'used', 'new' | 'used' | undefined, never>;
  model: string | null;
  trim: string | null;
  body: string | null;
  drivetrain: string | null;
  engine: string | null;
  package: string | null;
  details: ColumnType<unknown, string | undefined, string>;
  modelName: string;
  status: 'ok' | 'not_enough_data';
  note: string | null;
  totalMean: number;
  totalQuantiles: Json<Record<string, number>>;
  history: Json<unknown[]>;
  candidates: Json<unknown[]>;
}

export interface ForecastPointTable {
  seriesId: number;
  period: string;
  mean: number;
  quantiles: Json<Record<string, number>>;
}

export interface ForecastAccuracyTable {
  seriesId: number;
  mase: number | null;
  rmsse: number | null;
  bias: number | null;
  pinball: number | null;
  coverage80: number | null;
  coverage90: number | null;
  origins: number;
  beatsNaive: boolean | null;
}

export interface ForecastCacheTable {
  storeId: number;
  hash: string;
  seriesKey: string | null;
  question: string | null;
  through: string | null;
  season: ColumnType<unknown, string, string> | null;
  forecast: ColumnType<unknown, string, string>;
  usedAt: string;
}

export interface ForecastOutcomeTable {
  seriesId: number;
  period: string;
  stepsAhead: number;
  actual: number;
  mean: number;
  adjustedMean: number | null;
  naive: number | null;
  naiveScale: number | null;
  naiveSquare: number | null;
  pinball: number;
  naivePinball: number | null;
  within80: boolean;
  within90: boolean;
}

export interface ForecastAdjustmentTable {
  id: Generated<number>;
  storeId: number;
  seriesKey: string;
  firstPeriod: string;
  lastPeriod: string;
  factor: number | null;
  units: number | null;
  reason: string;
  madeAsOf: string;
  createdAt: Instant;
  removedAt: string | null;
}

export interface TrimSuccessionTable {
  id: Generated<number>;
  storeId: number;
  make: string;
  fromModel: string;
  fromTrim: string | null;
  toModel: string;
  toTrim: string | null;
  decision: 'confirmed' | 'rejected';
  decidedAt: Instant;
}

export interface LearningRunTable {
  id: Generated<number>;
  storeId: number;
  asOf: string;
  target: string;
  evidence: Json<JsonObject>;
  activated: boolean;
  note: string;
  createdAt: Instant;
}

export interface ReplayRunTable {
  id: Generated<number>;
  storeId: number;
  asOf: string;
  outcome: Json<JsonObject>;
  createdAt: string;
}

export interface WeightSetTable {
  id: Generated<number>;
  storeId: number;
  version: number;
  weights: Json<{ gross: number; daysToTurn: number; market: number; forecast: number }>;
  tilt: number;
  isActive: Generated<boolean>;
  learningRunId: number | null;
  evidence: Json<JsonObject>;
  note: string;
  createdAt: Instant;
}

export interface PlanRunTable {
  id: Generated<number>;
  storeId: number;
  asOf: string;
  forecastRunId: number;
  weightSetId: number | null;
  options: Json<JsonObject>;
  outcome: Json<JsonObject>;
  createdAt: Instant;
  question: Json<JsonObject> | null;
  analysis: Json<JsonObject> | null;
  analysedAt: LaterInstant;
  signedOffAt: LaterInstant;
  signedOffNote: string | null;
  supersededBy: number | null;
}

export interface PlanLineTable {
  id: Generated<number>;
  planId: number;
  position: number;
  buildId: number;
  quantity: number;
  uncappedQuantity: number;
  score: number | null;
  parts: Json<JsonObject>;
  expectedValueCents: number;
  unitCostCents: number;
  onHand: number;
  pipeline: number;
  demand: number;
  marginalValuesCents: Json<number[]>;
  reasons: Json<string[]>;
  notScoredBecause: string | null;
  facts: Json<JsonObject> | null;
  colors: Json<unknown[]> | null;
}

/** One draw among near-equal builds for each line; `choices` as in the contract, with their score parts. */
export interface PlanExplorationTable {
  lineId: number;
  propensity: number;
  givenUpCents: number;
  insteadOf: string | null;
  choices: Json<unknown[]>;
}

export interface PlanDecisionTable {
  id: Generated<number>;
  lineId: number;
  decision: 'accepted' | 'changed' | 'declined';
  quantity: number;
  reason: string | null;
  decidedAt: Instant;
  withdrawnAt: LaterInstant;
}

export interface FeedbackTable {
  id: Generated<number>;
  storeId: number;
  planLineId: number | null;
  reference: string;
  buildId: number;
  recommendedOn: string;
  recommendedQuantity: number;
  decision: 'accepted' | 'changed' | 'declined';
  orderedQuantity: number;
  arrivedOn: string | null;
  unitsSold: number | null;
  daysToTurn: number | null;
  grossCents: number | null;
  agedUnits: number | null;
  rating: number | null;
  note: Generated<string | null>;
  scoreGross: number | null;
  scoreDaysToTurn: number | null;
  scoreMarket: number | null;
  scoreForecast: number | null;
  reason: string | null;
  rowHash: string;
  batchId: number | null;
}

export interface EmbeddingTable {
  ownerTable: string;
  ownerId: number;
  model: string;
  vector: string;
}

export interface SavedReportTable {
  id: Generated<number>;
  path: string;
  format: string;
  bytes: number;
  createdAt: Instant;
}

export interface ReportScheduleTable {
  id: Generated<number>;
  storeId: number;
  request: Json<JsonObject>;
  format: 'xlsx' | 'pdf' | 'csv' | 'json' | 'parquet';
  folder: string;
  cadence: 'after_import' | 'daily' | 'weekly';
  weekday: number | null;
  minuteOfDay: number;
  isOn: ColumnType<boolean, boolean | undefined, boolean>;
  dueAt: LaterInstant;
  seenBatchId: ColumnType<number, number | undefined, number>;
  lastRunAt: LaterInstant;
  lastPath: string | null;
  lastError: string | null;
  failures: ColumnType<number, number | undefined, number>;
  createdAt: Instant;
}

export interface JobTable {
  id: string;
  kind: string;
  title: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  message: string;
  result: Json<JsonObject> | null;
  error: Json<JsonObject> | null;
  startedAt: string;
  endedAt: string | null;
}

export interface SavedViewTable {
  id: Generated<number>;
  userName: string;
  name: string;
  screen: string;
  search: Json<JsonObject>;
  isDefault: ColumnType<boolean, boolean | undefined, boolean>;
  createdAt: Instant;
}

export interface ScreenLayoutTable {
  userName: string;
  screen: string;
  cards: Json<unknown>;
}

export interface NotificationTable {
  id: Generated<number>;
  storeId: number | null;
  kind: string;
  factKey: string;
  title: string;
  detail: string;
  target: Json<JsonObject>;
  createdAt: Instant;
  readAt: LaterInstant;
}

export interface SettingTable {
  name: string;
  value: Json<unknown>;
}

export interface WatchedFileTable {
  id: Generated<number>;
  folder: string;
  file: string;
  bytes: number;
  modifiedAt: Instant;
  fileHash: string | null;
  state: string;
  message: Generated<string>;
  nextStep: string | null;
  batchIds: Generated<number[]>;
  seenAt: Instant;
}
