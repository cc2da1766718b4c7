import type { MarketSummary } from '@shared/contract/market';
import type { ReportModel } from '@shared/contract/reports';
import type { Workbook } from 'exceljs';
import type { TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { dollars, sheetNote, yesNo } from './workbook-input';

type MarketRow = MarketSummary['models'][number];

const COLUMNS: readonly TableColumn<MarketRow>[] = [
  { key: 'segment', header: 'Segment', width: 20, format: 'text', value: (row) => row.segment },
  { key: 'make', header: 'Make', width: 14, format: 'text', value: (row) => row.make },
  { key: 'model', header: 'Model', width: 22, format: 'text', value: (row) => row.model },
  { key: 'own', header: 'Own', width: 8, format: 'text', value: (row) => yesNo(row.isOwn) },
  { key: 'units', header: 'Units, 3 months', width: 11, format: 'units', value: (row) => row.units },
  { key: 'share', header: 'Share of segment', width: 12, format: 'percent', value: (row) => row.share },
  {
    key: 'before',
    header: 'Share a year before',
    width: 12,
    format: 'percent',
    value: (row) => row.shareYearBefore,
  },
  { key: 'trend', header: 'Units on a year before', width: 13, format: 'percent', value: (row) => row.trend },
  {
    key: 'price',
    header: 'Average price',
    width: 15,
    format: 'money',
    value: (row) => dollars(row.averagePriceCents),
  },
  { key: 'supply', header: 'Days supply', width: 11, format: 'days', value: (row) => row.daysSupply },
];

export function addMarketSheet(workbook: Workbook, model: ReportModel): void {
  const { market } = model;
  addTableSheet(workbook, {
    name: 'Market',
    title: 'Market: share and trend by model',
    subtitle: `${sheetNote(model)} · ${market?.region ?? 'no region'}, 3 months to ${market?.newestPeriod ?? 'none known'}`,
    footer: sheetNote(model),
    columns: COLUMNS,
    rows: market?.models ?? [],
    emptyText: 'No market file was imported yet.',
    frozenColumns: 3,
  });
}
