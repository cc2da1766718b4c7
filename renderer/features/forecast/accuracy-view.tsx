import { Skeleton } from '@mantine/core';
import type { AccuracySummary, ForecastAccuracyLevel } from '@shared/contract/forecast-accuracy';
import type { Grain } from '@shared/domain/period';
import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatCount } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import { scoreColumns } from './accuracy-columns';
import classes from './accuracy-view.module.css';
import { AdjustmentList } from './adjustment-list';
import { SeriesAccuracyPanel } from './series-accuracy';
import { SuccessionsPanel } from './successions-panel';

const words = texts.forecast.accuracy;

type Row = { level: string; summary: AccuracySummary };

type Props = {
  grain: Grain;
  /** Of the newest run, in words. */
  cost: string;
  onOpen(seriesId: string): void;
};

/** How far forecasts can be trusted: on the past, and against what was sold since. What is below waits, lest it move. */
export function AccuracyView({ grain, cost, onOpen }: Props) {
  const scope = useScope();
  const accuracy = useQuery(orpc.forecast.getAccuracy.queryOptions({ input: { ...scope, grain } }));
  const adjustments = useQuery(orpc.forecast.listAdjustments.queryOptions({ input: scope }));
  return (
    <div className={classes.page} data-testid="forecast-accuracy-view">
      <QueryView query={accuracy} loading={<Skeleton height={480} radius="lg" data-testid="loading" />}>
        {({ levels }) => (
          <>
            <AccuracyTable
              title={words.backTest}
              note={words.backTestNote}
              rows={levels.map((level) => ({ level: nameOf(level), summary: level.backTest }))}
              testId="accuracy-back-test"
            />
            <AccuracyTable
              title={words.since}
              note={words.sinceNote}
              rows={levels.flatMap((level) =>
                level.outcome ? [{ level: nameOf(level), summary: level.outcome }] : [],
              )}
              testId="accuracy-outcome"
            />
            <SeriesAccuracyPanel grain={grain} onOpen={onOpen} />
            <QueryView query={adjustments} loading={null}>
              {(all) => (all.length > 0 ? <AdjustmentList adjustments={all} showsSeries /> : null)}
            </QueryView>
            <SuccessionsPanel />
            <p className={classes.legend}>{cost}.</p>
            <p className={classes.legend}>{words.legend}</p>
          </>
        )}
      </QueryView>
    </div>
  );
}

function nameOf({ level, condition }: ForecastAccuracyLevel): string {
  return condition === 'used' ? words.usedLevel(words.levels[level]) : words.levels[level];
}

type TableProps = { title: string; note: string; rows: readonly Row[]; testId: string };

function AccuracyTable({ title, note, rows, testId }: TableProps) {
  return (
    <Panel title={title} note={note} isFlush testId={testId}>
      <DataTable
        caption={title}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ level }) => level}
        empty={words.none}
      />
    </Panel>
  );
}

const COLUMNS: Column<Row>[] = [
  { id: 'level', header: words.level, render: ({ level }) => level },
  {
    id: 'series',
    header: words.series,
    isNumber: true,
    render: ({ summary }) => formatCount(summary.series),
  },
  ...scoreColumns<Row>(({ summary }) => summary),
  { id: 'verdict', header: '', render: ({ summary }) => <Verdict summary={summary} /> },
];

function Verdict({ summary: { pinball, naivePinball } }: { summary: AccuracySummary }) {
  if (pinball === null || naivePinball === null) return null;
  return pinball <= naivePinball ? (
    <StatusPill tone="good">{words.beatsNaive}</StatusPill>
  ) : (
    <StatusPill tone="caution">{words.losesToNaive}</StatusPill>
  );
}
