import type { Figure } from '@shared/contract/primitives';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatDay, formatInstant } from '../lib/format';
import { texts } from '../texts/texts';
import { PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.record.sources;

type SourceRow = {
  name: string;
  figure: Figure;
  population: string;
  note: string | null;
  sampleSizes: string;
};

/** Population, window, date and sample of every figure on the first page. */
export function SourcesSection({ model: { overview } }: { model: ReportModel }) {
  const [newStock, usedStock] = overview.inventory;
  const [newSales, usedSales] = overview.sales;
  const rows: SourceRow[] = [
    ...sourceRows(newStock ?? {}, usedStock ?? {}),
    ...sourceRows(newSales ?? {}, usedSales ?? {}),
  ];
  return (
    <Section
      isOnOwnPage
      title={words.title}
      note={words.note(formatInstant(overview.computedAt), formatDay(overview.dataDate))}
    >
      <PrintTable
        columns={[
          { header: words.figure, cell: (row) => row.name, width: '22%' },
          {
            header: words.population,
            cell: (row) => [row.population, row.note].filter(Boolean).join('; '),
            width: '44%',
          },
          { header: words.window, isNumber: true, cell: (row) => windowOf(row.figure) },
          { header: words.dateUsed, cell: (row) => row.figure.dateField ?? '', width: '22%' },
          { header: words.sample, isNumber: true, cell: (row) => row.sampleSizes },
        ]}
        rows={rows}
        keyOf={(row) => row.name}
        isDense
      />
    </Section>
  );
}

const FIGURE_NAMES: Readonly<Record<string, string>> = words.figures;

function sourceRows(newSummary: object, usedSummary: object): SourceRow[] {
  const usedFigures = new Map(Object.entries(usedSummary).filter(isFigureEntry));
  return Object.entries(newSummary)
    .filter(isFigureEntry)
    .map(([key, figure]) => ({
      name: FIGURE_NAMES[key] ?? key,
      figure,
      population: populationOf(figure, usedFigures.get(key)),
      note: noteOf(figure, usedFigures.get(key)),
      sampleSizes: `${formatCount(figure.sampleSize)} / ${formatCount(usedFigures.get(key)?.sampleSize)}`,
    }));
}

/** Said once where new and used differ in nothing else. */
function populationOf(newFigure: Figure, usedFigure: Figure | undefined): string {
  const bare = ({ population }: Figure) => population.replace(/^(new|used) /, '');
  if (!usedFigure || bare(newFigure) === bare(usedFigure)) return bare(newFigure);
  return `${newFigure.population}; ${usedFigure.population}`;
}

/** What a reader must know of a figure that has a value; for both conditions where they differ. */
function noteOf(newFigure: Figure, usedFigure: Figure | undefined): string | null {
  const [forNew, forUsed] = [newFigure, usedFigure].map((figure) =>
    figure && figure.value !== null ? figure.note : null,
  );
  if (forNew === forUsed) return forNew ?? null;
  return [forNew && words.forNew(forNew), forUsed && words.forUsed(forUsed)].filter(Boolean).join('; ');
}

function isFigureEntry(entry: [string, unknown]): entry is [string, Figure] {
  const value = entry[1];
  return typeof value === 'object' && value !== null && 'population' in value;
}

function windowOf({ windowDays }: Figure): string {
  return windowDays === null ? words.dataDate : words.days(windowDays);
}
