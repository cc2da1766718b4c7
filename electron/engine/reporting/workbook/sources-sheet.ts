/** Where each figure comes from, so that a reader can check any number. */
import type { ReportModel } from '@shared/contract/reports';
import type { Workbook } from 'exceljs';
import type { TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { type FigureRow, figureRemark, figureRows, unitInWords } from './figure-rows';
import { sheetNote } from './workbook-input';

const text = (
  key: string,
  header: string,
  width: number,
  value: (row: FigureRow) => string | null,
): TableColumn<FigureRow> => ({ key, header, width, format: 'text', value, isWrapped: true });

const COLUMNS: readonly TableColumn<FigureRow>[] = [
  text('area', 'Area', 9, (row) => row.area),
  text('figure', 'Figure', 26, ({ definition }) => definition.name),
  text('question', 'Question it answers', 34, ({ definition }) => definition.question),
  text('formula', 'How it is computed', 44, ({ definition }) => definition.formula),
  text('unit', 'Unit', 11, ({ definition }) => unitInWords(definition.unit)),
  text('grain', 'Grain', 15, ({ definition }) => definition.grain),
  text('window', 'Window', 26, ({ definition }) => definition.window),
  {
    key: 'days',
    header: 'Window here, days',
    width: 10,
    format: 'units',
    value: (row) => (row.newFigure ?? row.usedFigure)?.windowDays ?? null,
  },
  text('dateField', 'Date used', 24, ({ definition }) => definition.dateField),
  text('population', 'Population', 44, ({ definition }) => definition.population),
  {
    key: 'newN',
    header: 'n new',
    width: 8,
    format: 'units',
    value: (row) => row.newFigure?.sampleSize ?? null,
  },
  {
    key: 'usedN',
    header: 'n used',
    width: 8,
    format: 'units',
    value: (row) => row.usedFigure?.sampleSize ?? null,
  },
  text('remark', 'Remark on these figures', 40, figureRemark),
  text('nullRule', 'When there is no value', 34, ({ definition }) => definition.nullRule),
];

export function addSourcesSheet(workbook: Workbook, model: ReportModel): void {
  addTableSheet(workbook, {
    name: 'Sources',
    title: 'Where each figure comes from',
    subtitle: `${sheetNote(model)} · computed ${model.overview.computedAt.slice(0, 16).replace('T', ' ')} UTC; new and used are never blended`,
    footer: sheetNote(model),
    columns: COLUMNS,
    rows: figureRows(model),
    frozenColumns: 2,
  });
}
