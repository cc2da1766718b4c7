/** What became of recommendations, and the weights that were learned from it. */
import type { LearningRun, WeightSet } from '@shared/contract/learning';
import type { ReportModel } from '@shared/contract/reports';
import type { Workbook } from 'exceljs';
import { addTable, type TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { addSheet, FIRST_TABLE_ROW } from './sheet-style';
import { dollars, sheetNote, yesNo } from './workbook-input';

type Weight = keyof WeightSet['weights'];

const weight = (key: Weight, header: string): TableColumn<WeightSet> => ({
  key,
  header,
  width: 11,
  format: 'percent',
  value: (set) => set.weights[key],
});

const WEIGHT_COLUMNS: readonly TableColumn<WeightSet>[] = [
  { key: 'version', header: 'Version', width: 26, format: 'units', value: (set) => set.version },
  { key: 'active', header: 'In use', width: 14, format: 'text', value: (set) => yesNo(set.isActive) },
  { key: 'made', header: 'Made', width: 12, format: 'date', value: (set) => set.createdAt.slice(0, 10) },
  weight('gross', 'Gross'),
  weight('daysToTurn', 'Days to turn'),
  weight('market', 'Market'),
  weight('forecast', 'Forecast'),
  { key: 'tilt', header: 'Tilt', width: 8, format: 'score', value: (set) => set.tilt },
  { key: 'note', header: 'Why', width: 90, format: 'text', value: (set) => set.note, isWrapped: true },
];

const RUN_COLUMNS: readonly TableColumn<LearningRun>[] = [
  { key: 'asOf', header: 'As of', width: 26, format: 'date', value: (run) => run.asOf },
  { key: 'target', header: 'Target', width: 14, format: 'text', value: (run) => run.target },
  { key: 'taken', header: 'Taken', width: 10, format: 'text', value: (run) => yesNo(run.activated) },
  { key: 'note', header: 'Evidence', width: 110, format: 'text', value: (run) => run.note, isWrapped: true },
];

type FeedbackRow = { name: string; value: number | null; isMoney?: true };

export function addLearningSheets(workbook: Workbook, model: ReportModel): void {
  const footer = sheetNote(model);
  const { weights = [], runs = [] } = model.learning ?? {};
  addOutcomesSheet(workbook, model, footer);
  addTableSheet(workbook, {
    name: 'Weights',
    title: 'Weights of the score, newest first',
    subtitle: `${footer} · weights are not negative and add up to 100 %`,
    footer,
    columns: WEIGHT_COLUMNS,
    rows: weights,
    emptyText: 'No weights yet: make an order plan first.',
  });
  addTableSheet(workbook, {
    name: 'Learning runs',
    title: 'What was tried, and what later outcomes said',
    subtitle: footer,
    footer,
    columns: RUN_COLUMNS,
    rows: runs,
    emptyText: 'Nothing was learned yet.',
  });
}

function addOutcomesSheet(workbook: Workbook, model: ReportModel, footer: string): void {
  const sheet = addSheet(workbook, 'Outcomes', {
    title: 'What became of recommendations',
    subtitle: footer,
    footer,
  });
  addTable(sheet, OUTCOME_COLUMNS, outcomeRows(model), {
    top: FIRST_TABLE_ROW,
    emptyText: 'No recommendation has an outcome yet.',
  });
}

const OUTCOME_COLUMNS: readonly TableColumn<FeedbackRow>[] = [
  { key: 'name', header: 'Figure', width: 40, format: 'text', value: (row) => row.name },
  { key: 'value', header: 'Value', width: 16, format: 'decimal', value: (row) => row.value },
  {
    key: 'unit',
    header: 'Unit',
    width: 14,
    format: 'text',
    value: (row) => (row.isMoney ? '$ a unit' : row.name.startsWith('Median') ? 'days' : 'number'),
  },
];

function outcomeRows({ learning }: ReportModel): FeedbackRow[] {
  if (!learning) return [];
  const { feedback } = learning;
  return [
    { name: 'Recommendations with an outcome', value: feedback.outcomes },
    { name: 'of them complete', value: feedback.complete },
    { name: 'Accepted', value: feedback.accepted },
    { name: 'Changed', value: feedback.changed },
    { name: 'Declined', value: feedback.declined },
    { name: 'Units ordered', value: feedback.unitsOrdered },
    { name: 'Units sold', value: feedback.unitsSold },
    { name: 'Aged units', value: feedback.agedUnits },
    { name: 'Median days to turn', value: feedback.medianDaysToTurn },
    { name: 'Gross a unit', value: dollars(feedback.grossPerUnitCents), isMoney: true },
  ];
}
