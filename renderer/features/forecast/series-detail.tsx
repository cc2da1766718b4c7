import { Skeleton, Tabs } from '@mantine/core';
import type { ForecastDetail } from '@shared/contract/forecast';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { texts } from '../../texts/texts';
import { AdjustPanel } from './adjust-panel';
import { Candidates } from './candidates';
import { DecompositionChart } from './decomposition-chart';
import { FanChart } from './fan-chart';
import { type ForecastTab, forecastTabSchema } from './forecast-search';
import { OutcomesTable } from './outcomes-table';
import classes from './series-detail.module.css';
import { SeriesHeadline } from './series-headline';
import { WhyThisNumber } from './why-this-number';

const words = texts.forecast.series;

type Props = {
  runId: string;
  seriesId: string;
  tab: ForecastTab;
  onTab(tab: ForecastTab): void;
  /** Opens another series, or the list of those below one. */
  onOpen(seriesId: string): void;
  onShowBelow(seriesId: string): void;
};

const TABS: { value: ForecastTab; label: string }[] = [
  { value: 'forecast', label: words.tabs.forecast },
  { value: 'why', label: words.tabs.why },
  { value: 'methods', label: words.tabs.methods },
  { value: 'outcomes', label: words.tabs.outcomes },
  { value: 'adjust', label: words.tabs.adjust },
];

/** One series: what is expected, why, how each method did on the past, what became of it, and what the user knows better. */
export function SeriesDetail({ runId, seriesId, tab, onTab, onOpen, onShowBelow }: Props) {
  const series = useQuery(orpc.forecast.getSeries.queryOptions({ input: { runId, seriesId } }));
  return (
    <div className={classes.detail} data-testid="forecast-detail">
      <QueryView query={series} loading={<Skeleton height="100%" radius="lg" />}>
        {(data) => (
          <>
            <SeriesHeadline series={data} onOpen={onOpen} onShowBelow={onShowBelow} />
            <Tabs
              className={classes.tabs}
              value={tab}
              onChange={(value) => onTab(forecastTabSchema.catch('forecast').parse(value))}
              keepMounted={false}
            >
              <Tabs.List>
                {TABS.map(({ value, label }) => (
                  <Tabs.Tab key={value} value={value} data-testid={`forecast-tab-${value}`}>
                    {label}
                    {value === 'adjust' && inForce(data) > 0 ? ` (${inForce(data)})` : ''}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Tabs.Panel value={tab} className={classes.panel}>
                <TabContent tab={tab} series={data} />
              </Tabs.Panel>
            </Tabs>
          </>
        )}
      </QueryView>
    </div>
  );
}

function TabContent({ tab, series }: { tab: ForecastTab; series: ForecastDetail }) {
  switch (tab) {
    case 'why':
      return (
        <>
          <WhyThisNumber series={series} />
          <DecompositionChart series={series} />
        </>
      );
    case 'methods':
      return <Candidates series={series} />;
    case 'outcomes':
      return <OutcomesTable series={series} />;
    case 'adjust':
      return <AdjustPanel series={series} />;
    case 'forecast':
      return series.points.length === 0 ? (
        <Panel title={words.none}>
          <p className={classes.note}>{series.note ?? words.noneAbout}</p>
        </Panel>
      ) : (
        <FanChart series={series} />
      );
  }
}

function inForce({ adjustments }: ForecastDetail): number {
  return adjustments.filter(({ removedAt }) => removedAt === null).length;
}
