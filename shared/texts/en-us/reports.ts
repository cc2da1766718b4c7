import type { ExtractTableName, ReportKind, ReportSection } from '../../domain/report-kind';

const kinds: Readonly<Record<ReportKind, { title: string; purpose: string }>> = {
  'store-review': {
    title: 'Store review',
    purpose: 'The store on one page for the Monday meeting, then what stands behind it.',
  },
  ageing: {
    title: 'Ageing and action list',
    purpose: 'Every aged unit with what it has cost, to decide one by one.',
  },
  'order-plan': {
    title: 'Order plan for sign-off',
    purpose: 'What to order, why, under which limits, with a place to sign.',
  },
  forecast: {
    title: 'Forecast and accuracy',
    purpose: 'Demand by model and trim, and how well such forecasts did.',
  },
  gaps: {
    title: 'Gap analysis',
    purpose: 'Stock and orders against the ideal mix: what to get, what to reduce.',
  },
  market: {
    title: 'Market',
    purpose: 'Share and trend of the store’s models in their segments, and the competitors’.',
  },
  learning: {
    title: 'Learning and replay',
    purpose:
      'What became of recommendations, how the score’s weights moved, and what other ways to order would have earned.',
  },
  imports: {
    title: 'Import reconciliation',
    purpose: 'What each file brought: rows read, accepted, repaired, rejected, and why.',
  },
};

const sections: Readonly<Record<ReportSection, string>> = {
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

const tables: Readonly<Record<ExtractTableName, string>> = {
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

/** What reports, their sections and tables are called, and when they are written. */
export const reports = {
  kinds,
  sections,
  tables,
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  afterImport: 'After each import',
  daily: (time: string) => `Every day at ${time}`,
  weekly: (weekday: string, time: string) => `Every ${weekday} at ${time}`,
};
