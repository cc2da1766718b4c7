/** The sheets of a workbook in the order a reader opens them, section by section. Only composition stands here. */
import type { ReportModel } from '@shared/contract/reports';
import type { ReportSection } from '@shared/domain/report-kind';
import type { Workbook, Worksheet } from 'exceljs';
import { addAccuracySheet } from './accuracy-sheet';
import { addAgedUnitsSheet, addAgeingSheet, addModelsSheet } from './ageing-sheets';
import { addForecastDetailSheet, addForecastSheet } from './forecast-sheets';
import { addGapsSheet } from './gaps-sheet';
import { addImportSheets } from './imports-sheets';
import { addLearningSheets } from './learning-sheets';
import { addMarketSheet } from './market-sheet';
import { addLimitsSheet, addPlanSheet } from './plan-sheets';
import { addReplaySheet } from './replay-sheet';
import { addSalesSheet } from './sales-sheet';
import { addSheet } from './sheet-style';
import { addSourcesSheet } from './sources-sheet';
import { addStockSheet } from './stock-sheet';
import { addSummarySheet } from './summary-sheet';
import type { WorkbookChart } from './workbook-chart';
import { sheetNote, type WorkbookInput } from './workbook-input';

/** Adds a section's sheets and names the charts that belong to them. */
type AddSheets = (workbook: Workbook, input: WorkbookInput) => WorkbookChart[];

const withoutChart =
  (...addSheets: ((workbook: Workbook, model: ReportModel) => void)[]): AddSheets =>
  (workbook, { model }) => {
    for (const addOne of addSheets) addOne(workbook, model);
    return [];
  };

const SHEETS: Record<ReportSection, AddSheets> = {
  review: withoutChart(addSummarySheet),
  ageing: (workbook, { model }) => {
    const charts = addAgeingSheet(workbook, model);
    addAgedUnitsSheet(workbook, model);
    return charts;
  },
  models: withoutChart(addModelsSheet),
  sales: (workbook, { model }) => addSalesSheet(workbook, model),
  forecast: (workbook, { model }) => {
    addForecastSheet(workbook, model);
    return addForecastDetailSheet(workbook, model);
  },
  accuracy: withoutChart(addAccuracySheet),
  gaps: withoutChart(addGapsSheet),
  plan: withoutChart(addPlanSheet, addLimitsSheet),
  market: withoutChart(addMarketSheet),
  learning: withoutChart(addLearningSheets),
  replay: withoutChart(addReplaySheet),
  imports: withoutChart(addImportSheets),
  stock: (workbook, input) => {
    addStockSheet(workbook, input);
    return [];
  },
  sources: withoutChart(addSourcesSheet),
};

const SECTIONS_WITH_CHARTS: readonly ReportSection[] = ['ageing', 'sales', 'forecast'];

export type FilledWorkbook = { charts: WorkbookChart[]; chartSheetId: number };

/**
 * Adds the report's sheets to an empty workbook, a plain one or one that is streamed. The charts have a sheet of
 * their own behind the first page; they are put there when the file's bytes are known.
 */
export function fillWorkbook(workbook: Workbook, input: WorkbookInput): FilledWorkbook {
  const { sections } = input.model.request;
  describe(workbook, input.model);
  if (sections.includes('review')) SHEETS.review(workbook, input);
  const chartSheet = sections.some((section) => SECTIONS_WITH_CHARTS.includes(section))
    ? addChartSheet(workbook, input.model)
    : null;
  const rest = sections.filter((section) => section !== 'review');
  const charts = rest.flatMap((section) => SHEETS[section](workbook, input));
  if (chartSheet && charts.length === 0) chartSheet.getCell('A4').value = 'Nothing to draw yet.';
  return { charts, chartSheetId: chartSheet?.id ?? 0 };
}

function addChartSheet(workbook: Workbook, model: ReportModel): Worksheet {
  const note = sheetNote(model);
  return addSheet(workbook, 'Charts', {
    title: 'Charts',
    subtitle: `${note} · drawn from the sheets that follow`,
    footer: note,
  });
}

function describe(workbook: Workbook, { title, overview }: ReportModel): void {
  workbook.creator = 'DOSO';
  workbook.lastModifiedBy = 'DOSO';
  workbook.created = new Date(overview.computedAt);
  workbook.modified = workbook.created;
  workbook.title = title;
  workbook.company = overview.storeName;
  workbook.subject = `As of ${overview.dataDate}`;
  // Totals carry their values; a spreadsheet still recomputes them when it opens the file.
  workbook.calcProperties = { fullCalcOnLoad: true };
}
