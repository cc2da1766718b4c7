/**
 * Prints the store report: a hidden window lays the engine's figures out, Chromium makes the PDF. The file
 * appears whole or not at all: it is written beside its name and renamed.
 */

import { access, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SavedFile } from '@shared/contract/desktop-bridge';
import { AppError } from '@shared/contract/errors';
import type { ReportModel } from '@shared/contract/reports';
import { sharedTexts } from '@shared/texts/shared-texts';
import { BrowserWindow } from 'electron';
import { appOrigin } from './app-protocol';
import { keepInside, secureWebPreferences } from './windows';

const words = sharedTexts.desktop.print;

const FOOTER = `<div style="font-size:8px;width:100%;padding:0 12mm;color:#666;display:flex;justify-content:space-between">
  <span class="title"></span><span>${words.page('<span class="pageNumber"></span>', '<span class="totalPages"></span>')}</span></div>`;

/** Throws AppError FILE_NOT_WRITTEN when the folder is missing or cannot be written to. */
export async function printReport(model: ReportModel, file: string): Promise<SavedFile> {
  await checkFolder(file);
  const pdf = await renderPdf(model);
  const partial = `${file}.partial`;
  try {
    await writeFile(partial, pdf);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw notWritten(file, error);
  }
  return { path: file, bytes: pdf.byteLength };
}

async function renderPdf(model: ReportModel): Promise<Buffer> {
  const window = new BrowserWindow({
    show: false,
    width: 1056,
    height: 1400,
    webPreferences: secureWebPreferences(),
  });
  try {
    keepInside(window);
    await window.loadURL(`${appOrigin}/report.html`);
    // JSON inside a script: `<` is escaped so that no value can end the script, separators so that it parses.
    const json = JSON.stringify(model)
      .replace(/</g, '\\u003c')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029');
    await window.webContents.executeJavaScript(`window.renderReport(${json}).then(() => true)`);
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      ...({ generateTaggedPDF: true, generateDocumentOutline: true } as object),
    });
  } finally {
    window.destroy();
  }
}

async function checkFolder(file: string): Promise<void> {
  try {
    await access(path.dirname(file));
  } catch (error) {
    throw notWritten(file, error);
  }
}

function notWritten(file: string, error: unknown): AppError {
  const reason = (error as NodeJS.ErrnoException).code ?? words.unknownReason;
  return new AppError('FILE_NOT_WRITTEN', words.notSaved(file, reason), {
    details: { file, reason },
    nextStep: words.notSavedNextStep,
  });
}
