/**
 * The print page. Whoever loads it calls `window.renderReport(model)` and prints when the promise resolves: the
 * page is then laid out, its charts are drawn and its font is there. Nothing is fetched, nothing is interactive.
 */
import '@fontsource-variable/inter';
import './report.css';
import type { ReportModel } from '@shared/contract/reports';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { formatDay } from '../lib/format';
import { Drawings } from './drawings';
import { type Paper, ReportDocument } from './report-document';

declare global {
  interface Window {
    renderReport: (model: ReportModel, paper?: Paper) => Promise<void>;
  }
}

const FONT = "12px 'Inter Variable'";

window.renderReport = async (model, paper = 'letter') => {
  const host = document.getElementById('report');
  if (!host) throw new Error('the report page has no place for the report');
  // Charts measure their labels, so the font comes first.
  await Promise.all([document.fonts.load(FONT), document.fonts.load(`600 ${FONT}`)]);
  document.title = `${model.overview.storeName} · as of ${formatDay(model.overview.dataDate)}`;
  const drawings = new Drawings();
  const root = createRoot(host);
  flushSync(() => root.render(<ReportDocument model={model} paper={paper} drawings={drawings} />));
  await drawings.settle();
  await document.fonts.ready;
};
