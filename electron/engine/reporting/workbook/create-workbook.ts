/** The whole workbook in the order a reader opens it. Only composition stands here. */
import ExcelJS, { type Workbook } from 'exceljs';
import { addAgedUnitsSheet, addAgeingSheet, addModelsSheet } from './ageing-sheets';
import { addForecastDetailSheet, addForecastSheet } from './forecast-sheets';
import { addGapsSheet } from './gaps-sheet';
import { addLimitsSheet, addPlanSheet } from './plan-sheets';
import { addSalesSheet } from './sales-sheet';
import { addSourcesSheet } from './sources-sheet';
import { addStockSheet } from './stock-sheet';
import { addSummarySheet } from './summary-sheet';
import type { WorkbookInput } from './workbook-input';

export function createWorkbook(input: WorkbookInput): Workbook {
  const { model } = input;
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'DOSO';
  workbook.lastModifiedBy = 'DOSO';
  workbook.created = new Date(model.overview.computedAt);
  workbook.modified = workbook.created;
  workbook.title = model.title;
  workbook.company = model.overview.storeName;
  workbook.subject = `Stock, forecast and order plan as of ${model.overview.dataDate}`;
  // Totals carry their values; a spreadsheet still recomputes them when it opens the file.
  workbook.calcProperties.fullCalcOnLoad = true;
  addSummarySheet(workbook, model);
  addAgeingSheet(workbook, model);
  addModelsSheet(workbook, model);
  addAgedUnitsSheet(workbook, model);
  addStockSheet(workbook, input);
  addSalesSheet(workbook, model);
  addForecastSheet(workbook, model);
  addForecastDetailSheet(workbook, model);
  addGapsSheet(workbook, model);
  addPlanSheet(workbook, model);
  addLimitsSheet(workbook, model);
  addSourcesSheet(workbook, model);
  return workbook;
}
