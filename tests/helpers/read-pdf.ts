/** Pages of a PDF as another program than the one that wrote it sees them: their text, and as pictures. */
import { readFileSync } from 'node:fs';
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';

import type { Picture } from './compare-image';

/** Text in reading order, runs of white space as one space. */
export function readPdfText(file: string): Promise<string[]> {
  return mapPages(file, async (page) => page.getText().replace(/\s+/g, ' '));
}

/** One pixel a point, so that a letter page is 612 x 792. */
export function drawPdfPages(file: string): Promise<Picture[]> {
  return mapPages(file, async (page) => {
    const { width, height, data } = await page.render({ scale: 1, render: 'bitmap' });
    return { width, height, pixels: data };
  });
}

async function mapPages<Value>(file: string, read: (page: PDFiumPage) => Promise<Value>): Promise<Value[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(file));
  try {
    const values: Value[] = [];
    for (const page of document.pages()) values.push(await read(page));
    return values;
  } finally {
    document.destroy();
    library.destroy();
  }
}
