import type { ForecastDetail } from '@shared/contract/forecast';
import type { ForecastOutcome } from '@shared/contract/forecast-accuracy';
import { type Column, DataTable } from '../../components/data-table';
import { Delta } from '../../components/delta';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatDay, formatDecimal, formatPeriod } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.forecast.series.outcomes;

type Row = ForecastOutcome & { sold: number | null };

const COLUMNS: Column<Row>[] = [
  {
    id: 'period',
    header: words.period,
    render: ({ period }) => formatPeriod(period),
    sortBy: ({ period }) => period,
  },
  {
    id: 'made',
    header: words.of,
    render: ({ runAsOf }) => formatDay(runAsOf),
    sortBy: ({ runAsOf }) => runAsOf,
  },
  { id: 'sold', header: words.sold, isNumber: true, render: ({ sold }) => formatCount(sold) },
  {
    id: 'actual',
    header: words.demand.header,
    meaning: words.demand.meaning,
    isNumber: true,
    render: ({ actual }) => formatDecimal(actual),
  },
  { id: 'mean', header: words.forecast, isNumber: true, render: ({ mean }) => formatDecimal(mean) },
  {
    id: 'adjusted',
    header: words.adjusted,
    isNumber: true,
    render: ({ adjustedMean }) => (adjustedMean === null ? '–' : formatDecimal(adjustedMean)),
  },
  {
    id: 'error',
    header: words.error.header,
    meaning: words.error.meaning,
    isNumber: true,
    render: ({ mean, adjustedMean, actual }) => (
      <Delta value={(adjustedMean ?? mean) - actual} write={(value) => formatDecimal(value)} />
    ),
    sortBy: ({ mean, adjustedMean, actual }) => Math.abs((adjustedMean ?? mean) - actual),
  },
  {
    id: 'naive',
    header: words.lastYear.header,
    meaning: words.lastYear.meaning,
    isNumber: true,
    render: ({ naive }) => formatDecimal(naive),
  },
  {
    id: 'band',
    header: words.band,
    render: ({ within80 }) => (
      <StatusPill tone={within80 ? 'good' : 'caution'}>{within80 ? words.inside : words.outside}</StatusPill>
    ),
  },
];

/** What became of earlier forecasts of the series. */
export function OutcomesTable({ series }: { series: ForecastDetail }) {
  const soldIn = new Map(series.history.map(({ period, units }) => [period, units]));
  return (
    <Panel title={words.title} note={words.note} isFlush testId="forecast-outcomes">
      <DataTable
        caption={words.caption}
        columns={COLUMNS}
        rows={series.outcomes.map((outcome) => ({ ...outcome, sold: soldIn.get(outcome.period) ?? null }))}
        rowKey={({ runAsOf, period }) => `${runAsOf} ${period}`}
        initialSort={{ id: 'period', direction: 'desc' }}
        maxHeight={420}
        empty={words.none}
      />
    </Panel>
  );
}
