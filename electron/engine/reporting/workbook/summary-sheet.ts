/** First sheet: every figure, new beside used, and what is worth doing, on one printed page. */
import type { Action } from '@shared/contract/overview';
import type { ReportModel } from '@shared/contract/reports';
import type { Workbook, Worksheet } from 'exceljs';
import { addTable, type TableColumn } from './add-table';
import {
  type FigureRow,
  figureCell,
  figureFormat,
  figureRemark,
  figureRows,
  unitInWords,
} from './figure-rows';
import { safeText } from './safe-text';
import {
  actFill,
  addSheet,
  boldFont,
  cautionFill,
  FIRST_TABLE_ROW,
  goodFill,
  numberFormats,
} from './sheet-style';
import { dollars, sheetNote } from './workbook-input';

const FIGURE_COLUMNS: readonly TableColumn<FigureRow>[] = [
  { key: 'figure', header: 'Figure', width: 36, format: 'text', value: (row) => row.definition.name },
  {
    key: 'unit',
    header: 'Unit',
    width: 14,
    format: 'text',
    value: (row) => unitInWords(row.definition.unit),
  },
  { key: 'new', header: 'New', width: 18, format: 'decimal', value: (row) => figureCell(row.newFigure) },
  { key: 'used', header: 'Used', width: 18, format: 'decimal', value: (row) => figureCell(row.usedFigure) },
  {
    key: 'window',
    header: 'Window, days',
    width: 10,
    format: 'units',
    value: (row) => (row.newFigure ?? row.usedFigure)?.windowDays ?? null,
  },
  {
    key: 'newN',
    header: 'n new',
    width: 9,
    format: 'units',
    value: (row) => row.newFigure?.sampleSize ?? null,
  },
  {
    key: 'usedN',
    header: 'n used',
    width: 9,
    format: 'units',
    value: (row) => row.usedFigure?.sampleSize ?? null,
  },
  { key: 'remark', header: 'Remark', width: 44, format: 'text', value: figureRemark, isWrapped: true },
];

const ACTION_COLUMNS: readonly TableColumn<Action>[] = [
  {
    key: 'title',
    header: 'What to do today',
    width: 36,
    format: 'text',
    value: (row) => row.title,
    isWrapped: true,
  },
  { key: 'severity', header: 'Urgency', width: 14, format: 'text', value: (row) => row.severity },
  {
    key: 'amount',
    header: 'At stake, $',
    width: 18,
    format: 'money',
    value: (row) => dollars(row.amountCents),
  },
  { key: 'label', header: 'Which is', width: 18, format: 'text', value: (row) => row.amountLabel },
];

export function addSummarySheet(workbook: Workbook, model: ReportModel): void {
  const note = sheetNote(model);
  const sheet = addSheet(workbook, 'Summary', {
    title: model.title,
    subtitle: note,
    footer: note,
    frozenColumns: 1,
  });
  const rows = figureRows(model);
  const placed = addTable(sheet, FIGURE_COLUMNS, rows, { top: FIRST_TABLE_ROW });
  rows.forEach((row, index) => {
    for (const column of [3, 4]) {
      const cell = sheet.getCell(placed.firstRow + index, column);
      cell.style = { ...cell.style, numFmt: numberFormats[figureFormat(row.definition.unit)] };
    }
  });
  addActions(sheet, model.overview.actions, placed.lastRow + 3);
}

const WHY_COLUMN = 5;

/** The sentence that explains an action runs over the columns to its right. */
function addActions(sheet: Worksheet, actions: readonly Action[], top: number): void {
  const placed = addTable(sheet, ACTION_COLUMNS, actions, { top, emptyText: 'Nothing needs doing today.' });
  const heading = sheet.getCell(top, WHY_COLUMN);
  heading.value = 'Why';
  heading.style = { ...sheet.getCell(top, 1).style };
  sheet.mergeCells(top, WHY_COLUMN, top, 8);
  actions.forEach((action, index) => {
    const row = placed.firstRow + index;
    const fill = { act: actFill, caution: cautionFill, good: goodFill }[action.severity];
    const urgency = sheet.getCell(row, 2);
    urgency.style = { ...urgency.style, fill, font: boldFont };
    sheet.getCell(row, WHY_COLUMN).value = safeText(action.detail);
    sheet.getCell(row, WHY_COLUMN).style = { ...sheet.getCell(row, 1).style };
    sheet.mergeCells(row, WHY_COLUMN, row, 8);
    sheet.getRow(row).height = 30;
  });
}
