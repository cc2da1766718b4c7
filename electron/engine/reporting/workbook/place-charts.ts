/** Puts charts into the bytes of a workbook, on the sheet that was left free for them. Other parts stay as they were packed. */
import JSZip from 'jszip';
import { chartXml, drawingXml, relationsXml } from './chart-xml';
import type { WorkbookChart } from './workbook-chart';

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** `sheetId` is the library's number of the sheet, which names its part of the file. */
export async function placeCharts(
  workbook: Uint8Array,
  sheetId: number,
  charts: readonly WorkbookChart[],
): Promise<Uint8Array> {
  if (charts.length === 0) return workbook;
  const parts = await JSZip.loadAsync(workbook);
  const sheet = `xl/worksheets/sheet${sheetId}.xml`;
  await edit(parts, sheet, (xml) => xml.replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>'));
  await edit(parts, '[Content_Types].xml', (xml) =>
    xml.replace('</Types>', `${contentTypes(charts)}</Types>`),
  );
  parts.file(
    `xl/worksheets/_rels/sheet${sheetId}.xml.rels`,
    relationsXml([{ type: 'drawing', target: '../drawings/drawing1.xml' }]),
  );
  parts.file('xl/drawings/drawing1.xml', drawingXml(charts));
  parts.file(
    'xl/drawings/_rels/drawing1.xml.rels',
    relationsXml(
      charts.map((_, index) => ({ type: 'chart' as const, target: `../charts/chart${index + 1}.xml` })),
    ),
  );
  charts.forEach((chart, index) => {
    parts.file(`xl/charts/chart${index + 1}.xml`, chartXml(chart));
  });
  return parts.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

async function edit(parts: JSZip, name: string, change: (xml: string) => string): Promise<void> {
  const part = parts.file(name);
  if (!part) throw new Error(`the workbook has no part ${name}`);
  parts.file(name, change(await part.async('string')));
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
