/**
 * The print page. Whoever loads it calls `window.renderReport(model)` and prints when the promise resolves: the
 * page is then laid out, its charts are drawn and its font is there. Nothing is fetched, nothing is interactive.
 */
// One file a weight: a variable font is embedded as drawings of its letters, which print coarsely.
import '@fontsource/inter/400.css';
import '@fontsource/inter/600.css';
import '@fontsource/inter/700.css';
import './report.css';
import type { ReportModel } from '@shared/contract/reports';
import { LOCALE } from '@shared/texts/locale';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { formatDay } from '../lib/format';
import { texts } from '../texts/texts';
import { Drawings } from './drawings';
import { ReportDocument } from './report-document';

const words = texts.report.review;

declare global {
  interface Window {
    renderReport: (model: ReportModel) => Promise<void>;
  }
}

const FONT = "12px 'Inter'";

window.renderReport = async (model) => {
  // Charts measure their labels, so the font comes first.
  await Promise.all([
    document.fonts.load(FONT),
    document.fonts.load(`600 ${FONT}`),
    document.fonts.load(`700 ${FONT}`),
  ]);
  document.documentElement.lang = LOCALE;
  document.title = words.documentTitle(model.title, formatDay(model.overview.dataDate));
  const drawings = new Drawings(model.request.ink);
  const root = createRoot(findHost());
  flushSync(() => root.render(<ReportDocument model={model} drawings={drawings} />));
  await drawings.settle();
  await document.fonts.ready;
};

function findHost(): HTMLElement {
  const host = document.getElementById('report');
  if (!host) throw new Error('the report page has no place for the report');
  return host;
}
