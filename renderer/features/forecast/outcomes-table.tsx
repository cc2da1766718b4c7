import type { ForecastDetail } from '@shared/contract/forecast';
import type { ForecastOutcome } from '@shared/contract/forecast-accuracy';
import { type Column, DataTable } from '../../components/data-table';
import { Delta } from '../../components/delta';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatDay, formatDecimal, formatPeriod } from '../../lib/format';

const COLUMNS: Column<ForecastOutcome>[] = [
  {
    id: 'period',
    header: 'Period',
    render: ({ period }) => formatPeriod(period),
    sortBy: ({ period }) => period,
  },
  {
    id: 'made',
    header: 'Forecast of',
    render: ({ runAsOf }) => formatDay(runAsOf),
    sortBy: ({ runAsOf }) => runAsOf,
  },
  { id: 'actual', header: 'Sold', isNumber: true, render: ({ actual }) => formatCount(actual) },
  { id: 'mean', header: 'Forecast', isNumber: true, render: ({ mean }) => formatDecimal(mean) },
  {
    id: 'adjusted',
    header: 'Adjusted',
    isNumber: true,
    render: ({ adjustedMean }) => (adjustedMean === null ? '–' : formatDecimal(adjustedMean)),
  },
  {
    id: 'error',
    header: 'Too high or low',
    meaning: 'Forecast less what was sold',
    isNumber: true,
    render: ({ mean, adjustedMean, actual }) => (
      <Delta value={(adjustedMean ?? mean) - actual} write={(value) => formatDecimal(value)} />
    ),
    sortBy: ({ mean, adjustedMean, actual }) => Math.abs((adjustedMean ?? mean) - actual),
  },
  {
    id: 'naive',
    header: 'Last year',
    meaning: 'What repeating last year would have said',
    isNumber: true,
    render: ({ naive }) => formatCount(naive),
  },
  {
    id: 'band',
    header: '80 % band',
    render: ({ within80 }) => (
      <StatusPill tone={within80 ? 'good' : 'caution'}>{within80 ? 'Inside' : 'Outside'}</StatusPill>
    ),
  },
];

/** What became of earlier forecasts of the series. */
export function OutcomesTable({ series }: { series: ForecastDetail }) {
  return (
    <Panel
      title="What happened"
      note="earlier forecasts, once their period was over"
      isFlush
      testId="forecast-outcomes"
    >
      <DataTable
        caption="Earlier forecasts against sales"
        columns={COLUMNS}
        rows={series.outcomes}
        rowKey={({ runAsOf, period }) => `${runAsOf} ${period}`}
        initialSort={{ id: 'period', direction: 'desc' }}
        maxHeight={420}
        empty="No period of an earlier forecast is over yet. Each import scores the forecasts made before it."
      />
    </Panel>
  );
}
