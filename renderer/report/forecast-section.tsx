import type { ForecastSeries } from '@shared/contract/forecast';
import type { ReportModel } from '@shared/contract/reports';
import { plural } from '@shared/texts/plural';
import { useMemo } from 'react';
import { formatDay, formatDecimal, formatExpected } from '../lib/format';
import { modelInShort } from '../lib/model-words';
import { texts } from '../texts/texts';
import { forecastDrawing } from './chart-drawings';
import { PrintChart } from './print-chart';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.plan.forecast;

const DRAWN_MODELS = 4;

export function ForecastSection({ model: { forecastRun, forecasts } }: { model: ReportModel }) {
  if (!forecastRun) {
    return (
      <Section title={words.title} note={words.none}>
        <p>{words.noneAbout}</p>
      </Section>
    );
  }
  const better = forecasts.filter(({ accuracy }) => accuracy.beatsNaive).length;
  const store = forecasts.find((series) => series.level === 'store');
  const models = forecasts
    .filter((series) => series.level === 'model')
    .sort((a, b) => b.total.mean - a.total.mean);
  return (
    <Section
      title={words.title}
      note={words.note({
        condition: texts.terms.conditions[store?.condition === 'used' ? 'used' : 'new'],
        grain: plural(1, texts.nouns[forecastRun.grain]),
        asOf: formatDay(forecastRun.asOf),
        better,
        series: forecasts.length,
      })}
    >
      {store && <SeriesChart series={store} title={words.store} width={700} height={180} hasLegend />}
      <div className="pair">
        {models.slice(0, DRAWN_MODELS).map((series) => (
          <SeriesChart key={series.id} series={series} title={nameOf(series)} width={346} height={104} />
        ))}
      </div>
      <PrintTable
        columns={COLUMNS}
        rows={store ? [store, ...models] : models}
        keyOf={(series) => series.id}
        isDense
      />
      <p className="more">{words.about}</p>
    </Section>
  );
}

type ChartProps = {
  series: ForecastSeries;
  title: string;
  width: number;
  height: number;
  hasLegend?: boolean;
};

function SeriesChart({ series, title, width, height, hasLegend = false }: ChartProps) {
  const drawing = useMemo(() => forecastDrawing(series, hasLegend), [series, hasLegend]);
  return (
    <figure>
      <figcaption>{words.expected(title, formatExpected(series.total.mean), rangeOf(series))}</figcaption>
      <PrintChart drawing={drawing} width={width} height={height} label={words.label(title)} />
    </figure>
  );
}

const COLUMNS: readonly PrintColumn<ForecastSeries>[] = [
  { header: words.series, cell: nameOf, width: '23%' },
  { header: words.next, isNumber: true, cell: (series) => formatExpected(series.points[0]?.mean) },
  { header: words.horizon, isNumber: true, cell: (series) => formatExpected(series.total.mean) },
  { header: words.range, isNumber: true, cell: rangeOf },
  { header: words.method, cell: (series) => modelInShort(series.model), width: '24%' },
  { header: words.error, isNumber: true, cell: (series) => formatDecimal(series.accuracy.mase, 2) },
  { header: words.beatsNaive, cell: beatsInWords, width: '13%' },
];

function nameOf(series: ForecastSeries): string {
  return [series.make, series.modelName, series.trim].filter(Boolean).join(' ') || words.store;
}

function rangeOf({ total }: ForecastSeries): string {
  return words.fromTo(formatExpected(total.quantiles['0.10']), formatExpected(total.quantiles['0.90']));
}

function beatsInWords({ accuracy: { beatsNaive, origins } }: ForecastSeries): string {
  if (beatsNaive === null) return words.untested;
  return words.tested(beatsNaive, origins);
}
