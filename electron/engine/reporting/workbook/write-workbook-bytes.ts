/** A workbook as the bytes of its file. One with a long list is streamed, so that its rows need no memory. */
import { PassThrough } from 'node:stream';
import ExcelJS, { type Workbook } from 'exceljs';
import { STREAMED_ROWS } from './add-table';
import { fillWorkbook } from './create-workbook';
import { placeCharts } from './place-charts';
import type { WorkbookInput } from './workbook-input';

export async function writeWorkbookBytes(input: WorkbookInput): Promise<Uint8Array> {
  if (input.units.length > STREAMED_ROWS) return streamWorkbook(input);
  const workbook = new ExcelJS.Workbook();
  const { charts, chartSheetId } = fillWorkbook(workbook, input);
  return placeCharts(new Uint8Array(await workbook.xlsx.writeBuffer()), chartSheetId, charts);
}

async function streamWorkbook(input: WorkbookInput): Promise<Uint8Array> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  // The streaming writer takes every call that the sheets make; its type says less than it does.
  const { charts, chartSheetId } = fillWorkbook(writer as unknown as Workbook, input);
  await writer.commit();
  return placeCharts(new Uint8Array(Buffer.concat(chunks)), chartSheetId, charts);
}
