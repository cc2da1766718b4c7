/** Puts charts into the bytes of a workbook, on the sheet that was left free for them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { chartXml, drawingXml, relationsXml } from './chart-xml';
import type { WorkbookChart } from './workbook-chart';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** `sheetId` is the library's number of the sheet, which names its part of the file. */
export function placeCharts(
  workbook: Uint8Array,
  sheetId: number,
  charts: readonly WorkbookChart[],
): Uint8Array {
  if (charts.length === 0) return workbook;
  const parts = unzipSync(workbook);
  const sheet = `xl/worksheets/sheet${sheetId}.xml`;
  edit(parts, sheet, (xml) => xml.replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>'));
  edit(parts, '[Content_Types].xml', (xml) => xml.replace('</Types>', `${contentTypes(charts)}</Types>`));
  parts[`xl/worksheets/_rels/sheet${sheetId}.xml.rels`] = strToU8(
    relationsXml([{ type: 'drawing', target: '../drawings/drawing1.xml' }]),
  );
  parts['xl/drawings/drawing1.xml'] = strToU8(drawingXml(charts));
  parts['xl/drawings/_rels/drawing1.xml.rels'] = strToU8(
    relationsXml(
      charts.map((_, index) => ({ type: 'chart' as const, target: `../charts/chart${index + 1}.xml` })),
    ),
  );
  charts.forEach((chart, index) => {
    parts[`xl/charts/chart${index + 1}.xml`] = strToU8(chartXml(chart));
  });
  return zipSync(parts, { level: 6 });
}

function edit(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const part = parts[name];
  if (!part) throw new Error(`the workbook has no part ${name}`);
  parts[name] = strToU8(change(strFromU8(part)));
}

function contentTypes(charts: readonly WorkbookChart[]): string {
  const drawing = `<Override PartName="/xl/drawings/drawing1.xml" ContentType="${DRAWING_TYPE}"/>`;
  return (
    drawing +
    charts
      .map(
        (_, index) => `<Override PartName="/xl/charts/chart${index + 1}.xml" ContentType="${CHART_TYPE}"/>`,
      )
      .join('')
  );
}
