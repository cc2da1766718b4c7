/** How well such forecasts did in back-tests: each series, and each level by the median of its series. */
import type { ForecastSeries } from '@shared/contract/forecast';
import type { ReportModel } from '@shared/contract/reports';
import type { Workbook } from 'exceljs';
import type { TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { sheetNote, yesNo } from './workbook-input';

type Score = 'mase' | 'rmsse' | 'bias' | 'pinball';

const score = (key: Score, header: string): TableColumn<ForecastSeries> => ({
  key,
  header,
  width: 15,
  format: 'score',
  value: (series) => series.accuracy[key],
});

const COLUMNS: readonly TableColumn<ForecastSeries>[] = [
  { key: 'level', header: 'Level', width: 9, format: 'text', value: (series) => series.level },
  { key: 'make', header: 'Make', width: 14, format: 'text', value: (series) => series.make },
  { key: 'model', header: 'Model', width: 20, format: 'text', value: (series) => series.modelName },
  { key: 'trim', header: 'Trim', width: 16, format: 'text', value: (series) => series.trim },
  { key: 'origins', header: 'Tests', width: 8, format: 'units', value: (series) => series.accuracy.origins },
  score('mase', 'Typical error against repeating last year (MASE)'),
  score('rmsse', 'Root mean squared scaled error (RMSSE)'),
  score('bias', 'Bias, units a period'),
  score('pinball', 'Quantile loss'),
  {
    key: 'coverage80',
    header: 'Inside the 80 % range',
    width: 11,
    format: 'percent',
    value: (series) => series.accuracy.coverage80,
  },
  {
    key: 'coverage90',
    header: 'Inside the 90 % range',
    width: 11,
    format: 'percent',
    value: (series) => series.accuracy.coverage90,
  },
  {
    key: 'beats',
    header: 'Beats naive',
    width: 10,
    format: 'text',
    value: (series) => yesNo(series.accuracy.beatsNaive),
  },
  { key: 'method', header: 'Method', width: 60, format: 'text', value: (series) => series.model },
];

export function addAccuracySheet(workbook: Workbook, model: ReportModel): void {
  addTableSheet(workbook, {
    name: 'Accuracy',
    title: 'Accuracy of the forecast in back-tests',
    subtitle: `${sheetNote(model)} · each past period forecast from what was known before it; below 1 is better than repeating last year`,
    footer: sheetNote(model),
    columns: COLUMNS,
    rows: model.forecasts,
    emptyText: 'There is no forecast yet.',
    frozenColumns: 4,
  });
}
