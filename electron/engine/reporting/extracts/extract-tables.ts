/** Every table that can be saved as a file, one line each. */
import type { ExtractTableName } from '@shared/domain/report-kind';
import {
  figuresExtract,
  forecastExtract,
  gapsExtract,
  importsExtract,
  marketExtract,
  planExtract,
} from './analysis-extracts';
import type { ExtractTable } from './extract-table';
import { feedbackExtract } from './feedback-extract';
import { lostSalesExtract } from './lost-sales-extract';
import { ordersExtract } from './orders-extract';
import { salesExtract } from './sales-extract';
import { stockExtract } from './stock-extract';

export const extractTables: Record<ExtractTableName, ExtractTable> = {
  figures: figuresExtract,
  stock: stockExtract,
  sales: salesExtract,
  'lost-sales': lostSalesExtract,
  orders: ordersExtract,
  market: marketExtract,
  forecast: forecastExtract,
  gaps: gapsExtract,
  plan: planExtract,
  feedback: feedbackExtract,
  imports: importsExtract,
};
