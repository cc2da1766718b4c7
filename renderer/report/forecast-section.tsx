import type { ForecastSeries } from '@shared/contract/forecast';
import type { ReportModel } from '@shared/contract/reports';
import { useMemo } from 'react';
import { formatDay, formatDecimal, formatExpected } from '../lib/format';
import { modelInShort } from '../lib/model-words';
import { forecastDrawing } from './chart-drawings';
import { PrintChart } from './print-chart';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const DRAWN_MODELS = 4;

export function ForecastSection({ model: { forecastRun, forecasts } }: { model: ReportModel }) {
  if (!forecastRun) {
    return (
      <Section title="Demand forecast" note="There is no forecast yet.">
        <p>Make a forecast, and this page shows it with its back-test.</p>
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
      title="Demand forecast"
      note={`${store?.condition === 'used' ? 'Used' : 'New'} units by ${forecastRun.grain}, as of ${formatDay(forecastRun.asOf)}. The band encloses 80 % of outcomes. ${better} of ${forecasts.length} series were forecast better than by repeating last year.`}
    >
      {store && <SeriesChart series={store} title="Store" width={700} height={180} hasLegend />}
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
      <p className="more">
        Tested on past months that the method had not seen. Typical error is measured against repeating last
        year: 0.41 is an error less than half as large. A method beats naive when its whole range was better
        than repeating last year. Which methods a combination is made of, and the trims, are in the workbook.
      </p>
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
      <figcaption>
        {title}: {formatExpected(series.total.mean)} units expected ({rangeOf(series)})
      </figcaption>
      <PrintChart drawing={drawing} width={width} height={height} label={`Forecast of ${title}`} />
    </figure>
  );
}

const COLUMNS: readonly PrintColumn<ForecastSeries>[] = [
  { header: 'Series', cell: nameOf, width: '23%' },
  { header: 'Next period', isNumber: true, cell: (series) => formatExpected(series.points[0]?.mean) },
  { header: 'Whole horizon', isNumber: true, cell: (series) => formatExpected(series.total.mean) },
  { header: '80 % range', isNumber: true, cell: rangeOf },
  { header: 'Method', cell: (series) => modelInShort(series.model), width: '24%' },
  { header: 'Typical error', isNumber: true, cell: (series) => formatDecimal(series.accuracy.mase, 2) },
  { header: 'Beats naive', cell: beatsInWords, width: '13%' },
];

function nameOf(series: ForecastSeries): string {
  return [series.make, series.modelName, series.trim].filter(Boolean).join(' ') || 'Store';
}

function rangeOf({ total }: ForecastSeries): string {
  return `${formatExpected(total.quantiles['0.10'])} to ${formatExpected(total.quantiles['0.90'])}`;
}

function beatsInWords({ accuracy: { beatsNaive, origins } }: ForecastSeries): string {
  if (beatsNaive === null) return 'not tested';
  return `${beatsNaive ? 'yes' : 'no'}, ${origins} tests`;
}
