/** The reports there are, and the sections each is made of. The printed page and the workbook follow the same list. */

export const REPORT_SECTIONS = [
  'review',
  'ageing',
  'models',
  'sales',
  'forecast',
  'accuracy',
  'gaps',
  'plan',
  'market',
  'learning',
  'replay',
  'imports',
  'stock',
  'sources',
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

export const SECTION_TITLES: Record<ReportSection, string> = {
  review: 'Store on one page',
  ageing: 'Ageing and action list',
  models: 'Models',
  sales: 'Sales by month',
  forecast: 'Demand forecast',
  accuracy: 'Accuracy of the forecast',
  gaps: 'Gaps to the ideal mix',
  plan: 'Order plan for sign-off',
  market: 'Market',
  learning: 'Learning',
  replay: 'Replay of past months',
  imports: 'Import reconciliation',
  stock: 'Stock list',
  sources: 'Where the figures come from',
};

export const REPORT_KINDS = [
  'store-review',
  'ageing',
  'order-plan',
  'forecast',
  'gaps',
  'market',
  'learning',
  'imports',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

type KindOfReport = { title: string; purpose: string; sections: readonly ReportSection[] };

export const REPORT_CATALOGUE: Record<ReportKind, KindOfReport> = {
  'store-review': {
    title: 'Store review',
    purpose: 'The store on one page for the Monday meeting, then what stands behind it.',
    sections: ['review', 'ageing', 'models', 'sales', 'forecast', 'gaps', 'plan', 'stock', 'sources'],
  },
  ageing: {
    title: 'Ageing and action list',
    purpose: 'Every aged unit with what it has cost, to decide one by one.',
    sections: ['ageing', 'models', 'stock', 'sources'],
  },
  'order-plan': {
    title: 'Order plan for sign-off',
    purpose: 'What to order, why, under which limits, with a place to sign.',
    sections: ['plan'],
  },
  forecast: {
    title: 'Forecast and accuracy',
    purpose: 'Demand by model and trim, and how well such forecasts did.',
    sections: ['forecast', 'accuracy'],
  },
  gaps: {
    title: 'Gap analysis',
    purpose: 'Stock and orders against the ideal mix: what to get, what to reduce.',
    sections: ['gaps', 'models'],
  },
  market: {
    title: 'Market',
    purpose: 'Share and trend of the store’s models in their segments, and the competitors’.',
    sections: ['market'],
  },
  learning: {
    title: 'Learning and replay',
    purpose:
      'What became of recommendations, how the score’s weights moved, and what other ways to order would have earned.',
    sections: ['learning', 'replay'],
  },
  imports: {
    title: 'Import reconciliation',
    purpose: 'What each file brought: rows read, accepted, repaired, rejected, and why.',
    sections: ['imports'],
  },
};

/** Tables that can be saved as CSV, JSON or Parquet. */
export const EXTRACT_TABLES = [
  'figures',
  'stock',
  'sales',
  'lost-sales',
  'orders',
  'market',
  'forecast',
  'gaps',
  'plan',
  'feedback',
  'imports',
] as const;
export type ExtractTableName = (typeof EXTRACT_TABLES)[number];

/** The table that a report of a kind stands for where only one table fits the file. */
export const TABLE_OF_KIND: Record<ReportKind, ExtractTableName> = {
  'store-review': 'figures',
  ageing: 'stock',
  'order-plan': 'plan',
  forecast: 'forecast',
  gaps: 'gaps',
  market: 'market',
  learning: 'feedback',
  imports: 'imports',
};

export const EXTRACT_TITLES: Record<ExtractTableName, string> = {
  figures: 'Figures of the store',
  stock: 'Stock list',
  sales: 'Deals',
  'lost-sales': 'Log of lost sales',
  orders: 'Factory orders',
  market: 'Market by model',
  forecast: 'Forecast by period',
  gaps: 'Gaps by model',
  plan: 'Lines of the order plan',
  feedback: 'Outcomes of recommendations',
  imports: 'Imports',
};
