import type { ForecastSeries } from '@shared/contract/forecast';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatDecimal, formatPercent } from '../lib/format';
import { texts } from '../texts/texts';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.plan.accuracy;

const LEVELS = ['store', 'model', 'trim', 'build'] as const;

type LevelRow = {
  level: (typeof LEVELS)[number];
  series: number;
  better: number;
  mase: number | null;
  coverage80: number | null;
  coverage90: number | null;
};

/** How well such forecasts did, level by level: medians over the series that were tested. */
export function AccuracySection({ model: { forecasts } }: { model: ReportModel }) {
  const rows = LEVELS.flatMap((level) => levelRow(level, forecasts));
  return (
    <Section title={words.title} note={words.note}>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <PrintTable columns={COLUMNS} rows={rows} keyOf={({ level }) => level} />
      )}
    </Section>
  );
}

function levelRow(level: (typeof LEVELS)[number], forecasts: readonly ForecastSeries[]): LevelRow[] {
  const tested = forecasts.filter((series) => series.level === level && series.accuracy.origins > 0);
  if (tested.length === 0) return [];
  return [
    {
      level,
      series: tested.length,
      better: tested.filter(({ accuracy }) => accuracy.beatsNaive === true).length,
      mase: median(tested.map(({ accuracy }) => accuracy.mase)),
      coverage80: median(tested.map(({ accuracy }) => accuracy.coverage80)),
      coverage90: median(tested.map(({ accuracy }) => accuracy.coverage90)),
    },
  ];
}

function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const upper = known[Math.floor(known.length / 2)];
  const lower = known[Math.floor((known.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

const COLUMNS: readonly PrintColumn<LevelRow>[] = [
  { header: words.level, cell: (row) => words.levels[row.level], width: '20%' },
  { header: words.tested, isNumber: true, cell: (row) => formatCount(row.series) },
  { header: words.better, isNumber: true, cell: (row) => formatCount(row.better) },
  { header: words.error, isNumber: true, cell: (row) => formatDecimal(row.mase, 2) },
  { header: words.inside80, isNumber: true, cell: (row) => formatPercent(row.coverage80) },
  { header: words.inside90, isNumber: true, cell: (row) => formatPercent(row.coverage90) },
];
