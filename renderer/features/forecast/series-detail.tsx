import { Skeleton } from '@mantine/core';
import type { ForecastSeries } from '@shared/contract/forecast';
import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatDecimal, formatExpected, formatPercent, formatQuantity } from '../../lib/format';
import { modelWord } from '../../lib/model-words';
import { FanChart } from './fan-chart';
import classes from './series-detail.module.css';
import { describeAccuracy, seriesName } from './series-words';

/** One series: its forecast, the model that made it, and how each model did on the past. */
export function SeriesDetail({ runId, seriesId }: { runId: string; seriesId: string }) {
  const series = useQuery(orpc.forecast.getSeries.queryOptions({ input: { runId, seriesId } }));
  return (
    <div className={classes.detail} data-testid="forecast-detail">
      <QueryView query={series} loading={<Skeleton height="100%" radius="lg" />}>
        {(data) => (
          <>
            <Headline series={data} />
            <FanChart series={data} />
            <Candidates series={data} />
          </>
        )}
      </QueryView>
    </div>
  );
}

function Headline({ series }: { series: ForecastSeries }) {
  const { total, points, grain, accuracy, note } = series;
  const { tone, word, detail } = describeAccuracy(series);
  return (
    <Panel>
      <div className={classes.headline}>
        <div className={classes.name}>
          <div className={classes.named}>
            <h2 className={classes.title}>{seriesName(series)}</h2>
            <StatusPill tone={tone} title={detail} testId="forecast-accuracy">
              {word}
            </StatusPill>
          </div>
          <span className={classes.model} title={modelWord(series.model)} data-testid="forecast-model">
            {modelWord(series.model)}
          </span>
        </div>
        <Fact
          label={`Expected, next ${formatQuantity(points.length, grain)}`}
          value={`${formatExpected(total.mean)} units`}
          testId="forecast-total"
        />
        <Fact
          label="Eight times in ten"
          value={`${formatExpected(total.quantiles['0.10'])} to ${formatExpected(total.quantiles['0.90'])}`}
        />
        <Fact label="80 % band held" value={formatPercent(accuracy.coverage80)} />
      </div>
      {note && <p className={classes.note}>{note}</p>}
    </Panel>
  );
}

function Fact({ label, value, testId }: { label: string; value: string; testId?: string }) {
  return (
    <div className={classes.fact}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value} data-testid={testId}>
        {value}
      </span>
    </div>
  );
}

type Candidate = ForecastSeries['candidates'][number];

/** A combination names its parts: `combination of ets, theta`. */
function isChosen(candidate: string, model: string): boolean {
  return candidate === model || model.startsWith(`${candidate} of `);
}

function Candidates({ series }: { series: ForecastSeries }) {
  const { candidates, model, accuracy } = series;
  const columns: Column<Candidate>[] = [
    {
      id: 'model',
      header: 'Method',
      render: (candidate) => (
        <>
          {modelWord(candidate.model)}{' '}
          {isChosen(candidate.model, model) && <StatusPill tone="good">Chosen</StatusPill>}
        </>
      ),
      sortBy: (candidate) => modelWord(candidate.model),
    },
    {
      id: 'mase',
      header: 'Typical error',
      meaning: 'Against repeating last year: 0.41 is an error less than half as large (MASE)',
      isNumber: true,
      render: ({ mase }) => formatDecimal(mase, 2),
      sortBy: ({ mase }) => mase,
    },
    {
      id: 'pinball',
      header: 'Error of the range',
      meaning: 'How far sales fell from the whole range that was forecast; smaller is better (pinball loss)',
      isNumber: true,
      render: ({ pinball }) => formatDecimal(pinball, 2),
      sortBy: ({ pinball }) => pinball,
    },
  ];
  return (
    <Panel
      title="Back-test"
      note={`each method forecast the past ${formatQuantity(accuracy.origins, 'time')}`}
      isFlush
    >
      <DataTable
        caption="Methods tried and their back-test"
        columns={columns}
        rows={candidates}
        rowKey={(candidate) => candidate.model}
        initialSort={{ id: 'pinball', direction: 'asc' }}
        maxHeight={190}
        empty="The history is too short for a back-test."
        testId="forecast-candidates"
      />
    </Panel>
  );
}
