import { Skeleton } from '@mantine/core';
import type { AccuracySummary, ForecastAccuracyLevel } from '@shared/contract/forecast-accuracy';
import type { Grain } from '@shared/domain/period';
import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDecimal, formatPercent, formatSigned } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import classes from './accuracy-view.module.css';
import { AdjustmentList } from './adjustment-list';
import { SuccessionsPanel } from './successions-panel';

type Row = { level: string; summary: AccuracySummary };

const LEVELS = { store: 'Store', model: 'Models', trim: 'Trims', build: 'Builds' } as const;

/** How far forecasts can be trusted: on the past, and against what was sold since. `cost`: of the newest run, in words. */
export function AccuracyView({ grain, cost }: { grain: Grain; cost: string }) {
  const scope = useScope();
  const accuracy = useQuery(orpc.forecast.getAccuracy.queryOptions({ input: { ...scope, grain } }));
  const adjustments = useQuery(orpc.forecast.listAdjustments.queryOptions({ input: scope }));
  return (
    <div className={classes.page} data-testid="forecast-accuracy-view">
      <QueryView query={accuracy} loading={<Skeleton height={300} radius="lg" />}>
        {({ levels }) => (
          <>
            <AccuracyTable
              title="Back-test of the newest forecast"
              note="each series forecast from points in its own past, then compared"
              rows={levels.map((level) => ({ level: nameOf(level), summary: level.backTest }))}
              testId="accuracy-back-test"
            />
            <AccuracyTable
              title="What happened"
              note="forecasts of the last year against what was sold since; scored after each import"
              rows={levels.flatMap((level) =>
                level.outcome ? [{ level: nameOf(level), summary: level.outcome }] : [],
              )}
              testId="accuracy-outcome"
            />
          </>
        )}
      </QueryView>
      <QueryView query={adjustments} loading={null}>
        {(all) => (all.length > 0 ? <AdjustmentList adjustments={all} showsSeries /> : null)}
      </QueryView>
      <SuccessionsPanel />
      <p className={classes.legend}>{cost}.</p>
      <p className={classes.legend}>
        MASE: typical error against repeating last year inside the history, 1 is as good, smaller is better.
        RMSSE: the same with large errors counting more. Bias: forecast less sold, as a share of sold.
        Pinball: how far sales fell from the whole range that was forecast, in units. Coverage: how often
        sales fell inside the band; it should be near 80 and 90 %.
      </p>
    </div>
  );
}

function nameOf({ level, condition }: ForecastAccuracyLevel): string {
  return condition === 'used' ? `Used, ${LEVELS[level].toLowerCase()}` : LEVELS[level];
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
        empty="No period of a forecast is over yet."
      />
    </Panel>
  );
}

const COLUMNS: Column<Row>[] = [
  { id: 'level', header: 'Level', render: ({ level }) => level },
  { id: 'series', header: 'Series', isNumber: true, render: ({ summary }) => formatCount(summary.series) },
  { id: 'tests', header: 'Tests', isNumber: true, render: ({ summary }) => formatCount(summary.tests) },
  { id: 'mase', header: 'MASE', isNumber: true, render: ({ summary }) => formatDecimal(summary.mase, 2) },
  {
    id: 'naiveMase',
    header: 'Last year',
    meaning: 'MASE of repeating last year at the same places',
    isNumber: true,
    render: ({ summary }) => formatDecimal(summary.naiveMase, 2),
  },
  { id: 'rmsse', header: 'RMSSE', isNumber: true, render: ({ summary }) => formatDecimal(summary.rmsse, 2) },
  {
    id: 'bias',
    header: 'Bias',
    isNumber: true,
    render: ({ summary }) => formatSigned(summary.bias, (value) => formatPercent(value)),
  },
  {
    id: 'pinball',
    header: 'Pinball',
    isNumber: true,
    render: ({ summary }) => formatDecimal(summary.pinball, 2),
  },
  {
    id: 'naivePinball',
    header: 'Last year',
    meaning: 'Pinball loss of repeating last year at the same places',
    isNumber: true,
    render: ({ summary }) => formatDecimal(summary.naivePinball, 2),
  },
  {
    id: 'in80',
    header: 'In 80 %',
    isNumber: true,
    render: ({ summary }) => formatPercent(summary.coverage80),
  },
  {
    id: 'in90',
    header: 'In 90 %',
    isNumber: true,
    render: ({ summary }) => formatPercent(summary.coverage90),
  },
  { id: 'verdict', header: '', render: ({ summary }) => <Verdict summary={summary} /> },
];

function Verdict({ summary: { pinball, naivePinball } }: { summary: AccuracySummary }) {
  if (pinball === null || naivePinball === null) return null;
  return pinball <= naivePinball ? (
    <StatusPill tone="good">Beats naive</StatusPill>
  ) : (
    <StatusPill tone="caution">Loses to naive</StatusPill>
  );
}
