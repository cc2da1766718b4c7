/** The reports there are, and the sections each is made of. The printed page and the workbook follow the same list. */
import { sharedTexts } from '../texts/shared-texts';

const words = sharedTexts.reports;

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

export const SECTION_TITLES: Readonly<Record<ReportSection, string>> = words.sections;

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
    ...words.kinds['store-review'],
    sections: ['review', 'ageing', 'models', 'sales', 'forecast', 'gaps', 'plan', 'stock', 'sources'],
  },
  ageing: { ...words.kinds.ageing, sections: ['ageing', 'models', 'stock', 'sources'] },
  'order-plan': { ...words.kinds['order-plan'], sections: ['plan'] },
  forecast: { ...words.kinds.forecast, sections: ['forecast', 'accuracy'] },
  gaps: { ...words.kinds.gaps, sections: ['gaps', 'models'] },
  market: { ...words.kinds.market, sections: ['market'] },
  learning: { ...words.kinds.learning, sections: ['learning', 'replay'] },
  imports: { ...words.kinds.imports, sections: ['imports'] },
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

export const EXTRACT_TITLES: Readonly<Record<ExtractTableName, string>> = words.tables;
