import { SegmentedControl, Skeleton } from '@mantine/core';
import type { SeriesAccuracy } from '@shared/contract/forecast-accuracy';
import type { Condition, ForecastLevel } from '@shared/contract/primitives';
import type { Grain } from '@shared/domain/period';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatDecimal, formatQuantity } from '../../lib/format';
import { modelWord } from '../../lib/model-words';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import { scoreColumns } from './accuracy-columns';
import classes from './accuracy-view.module.css';
import { seriesWords } from './series-tree';
import { describeAccuracy } from './series-words';

const words = texts.forecast.accuracy.bySeries;

type Choice = { level: ForecastLevel; condition: Condition };

const CHOICES: { value: string; label: string; choice: Choice }[] = [
  { value: 'store', label: words.choices.store, choice: { level: 'store', condition: 'new' } },
  { value: 'model', label: words.choices.model, choice: { level: 'model', condition: 'new' } },
  { value: 'trim', label: words.choices.trim, choice: { level: 'trim', condition: 'new' } },
  { value: 'used', label: words.choices.used, choice: { level: 'model', condition: 'used' } },
];

type Props = { grain: Grain; onOpen(seriesId: string): void };

/** Each series of a level beside repeating last year; a row opens the series. */
export function SeriesAccuracyPanel({ grain, onOpen }: Props) {
  const scope = useScope();
  const [value, setValue] = useState('model');
  const choice = CHOICES.find((one) => one.value === value)?.choice ?? { level: 'model', condition: 'new' };
  const query = useQuery(
    orpc.forecast.listSeriesAccuracy.queryOptions({ input: { ...scope, grain, ...choice } }),
  );
  return (
    <Panel title={words.title} note={words.note} isFlush testId="accuracy-series">
      <div className={classes.choice}>
        <SegmentedControl
          size="xs"
          aria-label={words.of}
          data={CHOICES.map(({ value: id, label }) => ({ value: id, label }))}
          value={value}
          onChange={setValue}
          data-testid="accuracy-series-level"
        />
      </div>
      <QueryView query={query} loading={<Skeleton height={200} />}>
        {(rows) => (
          <DataTable
            caption={words.caption}
            columns={COLUMNS}
            rows={rows}
            rowKey={({ id }) => id}
            onOpenRow={({ id }) => onOpen(id)}
            maxHeight={420}
            empty={words.none}
          />
        )}
      </QueryView>
    </Panel>
  );
}

const COLUMNS: Column<SeriesAccuracy>[] = [
  {
    id: 'series',
    header: words.series,
    render: ({ id, model }) => <span title={modelWord(model)}>{seriesWords(id)}</span>,
    sortBy: ({ id }) => seriesWords(id),
  },
  {
    id: 'verdict',
    header: words.againstNaive,
    render: (row) => <Verdict row={row} />,
    sortBy: ({ beatsNaive }) => Number(beatsNaive ?? -1),
  },
  ...scoreColumns<SeriesAccuracy>(({ backTest }) => backTest),
  {
    id: 'since',
    header: words.since,
    meaning: words.sinceMeaning,
    isNumber: true,
    render: ({ outcome }) =>
      outcome === null ? (
        '–'
      ) : (
        <span title={words.over(formatQuantity(outcome.tests, 'forecastPeriod'))}>
          {formatDecimal(outcome.mase, 2)}
        </span>
      ),
    sortBy: ({ outcome }) => outcome?.mase ?? null,
  },
];

function Verdict({ row }: { row: SeriesAccuracy }) {
  const { backTest, beatsNaive, level, model, status } = row;
  const accuracy = { ...backTest, origins: backTest.tests, beatsNaive };
  const { tone, word, detail } = describeAccuracy({ status, level, model, accuracy });
  return (
    <StatusPill tone={tone} title={detail}>
      {word}
    </StatusPill>
  );
}
