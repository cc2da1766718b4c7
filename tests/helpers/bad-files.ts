/** The files that a dealer drops in by mistake; each must be refused in words. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type BadFile = { path: string; why: string };

export function writeBadFiles(folder: string): BadFile[] {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string | Buffer, why: string): BadFile => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return { path: file, why };
  };
  const workbook = readFileSync(path.resolve('sample-data/orders.xlsx'));
  return [
    write(
      'truncated.xlsx',
      workbook.subarray(0, Math.floor(workbook.length / 2)),
      'a workbook cut off in the middle',
    ),
    write('empty.csv', '', 'an empty file'),
    write('report.csv', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n', 'a PDF renamed .csv'),
    write(
      'inventory-wrong-column.csv',
      'Colour,Price\nWhite,"52,000"\nBlack,"48,000"\n',
      'a CSV with no column that names a unit',
    ),
  ];
}
