import { SegmentedControl } from '@mantine/core';
import type { Data, Layout } from 'plotly.js';
import { useCallback, useMemo, useState } from 'react';
import { formatCount, formatMoney, formatMoneyCompact, moneyTicks } from '../lib/format';
import { texts } from '../texts/texts';
import { Chart } from './chart';
import type { ChartColors } from './chart-theme';

const words = texts.components.buckets;

export type Bucket = { label: string; units: number; cents: number; isStressed: boolean };
export type BucketSeries = { series: 'new' | 'used'; label: string; buckets: Bucket[] };

type Props = {
  name: string;
  title: string;
  note: string;
  bucketWord: string;
  series: BucketSeries[];
  height?: number;
  isFilling?: boolean;
  onPick(series: 'new' | 'used', bucketLabel: string): void;
};

type Measure = 'units' | 'cents';

/**
 * Units or money by bucket, each series in a field of its own because their buckets may differ. Stressed
 * buckets are hatched, so that they stand out without colour.
 */
export function BucketChart({
  name,
  title,
  note,
  bucketWord,
  series,
  height = 150,
  isFilling,
  onPick,
}: Props) {
  const [measure, setMeasure] = useState<Measure>('units');
  const draw = useCallback((colors: ChartColors) => drawBuckets(series, measure, colors), [series, measure]);
  const table = useMemo(
    () => ({
      columns: [bucketWord, words.units, words.cost],
      rows: series.flatMap(({ label, buckets }) =>
        buckets.map((bucket) => [
          words.bucket(label, bucket.label),
          formatCount(bucket.units),
          formatMoney(bucket.cents),
        ]),
      ),
      onOpenRow: (index: number) => {
        const row = series.flatMap(({ series: kind, buckets }) =>
          buckets.map(({ label }) => ({ kind, label })),
        )[index];
        if (row) onPick(row.kind, row.label);
      },
    }),
    [series, bucketWord, onPick],
  );
  const pick = useCallback(
    (bucketLabel: string, traceName: string) => {
      const picked = series.find(({ label }) => label === traceName);
      if (picked) onPick(picked.series, bucketLabel);
    },
    [series, onPick],
  );
  return (
    <Chart
      name={name}
      title={title}
      note={note}
      height={height}
      isFilling={isFilling}
      summary={summarize(series)}
      draw={draw}
      table={table}
      onPick={pick}
      actions={
        <SegmentedControl
          aria-label={words.measure}
          value={measure}
          onChange={(value) => setMeasure(value === 'cents' ? 'cents' : 'units')}
          data={[
            { value: 'units', label: words.units },
            { value: 'cents', label: words.cost },
          ]}
        />
      }
    />
  );
}

function drawBuckets(series: BucketSeries[], measure: Measure, colors: ChartColors) {
  const write = measure === 'units' ? formatCount : formatMoneyCompact;
  const scale = measure === 'units' ? 1 : 0.01;
  const data = series.map(({ label, series: kind, buckets }, index): Data => {
    const color = kind === 'new' ? colors.new : colors.used;
    return {
      type: 'bar',
      name: label,
      x: buckets.map((bucket) => bucket.label),
      y: buckets.map((bucket) => bucket[measure] * scale),
      xaxis: index === 0 ? 'x' : 'x2',
      text: buckets.map((bucket) => write(bucket[measure])),
      textposition: 'outside',
      cliponaxis: false,
      textfont: { color: colors.dim, size: 11 },
      customdata: buckets.map((bucket) => words.hover(formatCount(bucket.units), formatMoney(bucket.cents))),
      hovertemplate: '%{customdata}<extra></extra>',
      marker: {
        color,
        pattern: {
          shape: buckets.map((bucket) => (bucket.isStressed ? '/' : '')),
          bgcolor: color,
          fgcolor: colors.surface,
          size: 5,
          solidity: 0.25,
        },
      },
    };
  });
  return { data, layout: bucketLayout(series, measure, colors) };
}

function bucketLayout(series: BucketSeries[], measure: Measure, colors: ChartColors): Partial<Layout> {
  const isPair = series.length > 1;
  const axis = {
    showgrid: false,
    fixedrange: true,
    tickfont: { color: colors.dim, size: 11 },
    type: 'category',
  };
  const titles = series.map(({ label }, index) => ({
    text: `<b>${label}</b>`,
    x: index === 0 ? 0.005 : 0.52,
    y: 1.02,
    xref: 'paper',
    yref: 'paper',
    xanchor: 'left',
    yanchor: 'bottom',
    showarrow: false,
    font: { size: 11.5, color: colors.dim },
  }));
  return {
    showlegend: false,
    hovermode: 'closest',
    margin: { l: 8, r: 8, t: 26, b: 8 },
    annotations: titles as Layout['annotations'],
    xaxis: { ...axis, domain: isPair ? [0, 0.485] : [0, 1] } as Layout['xaxis'],
    ...(isPair && { xaxis2: { ...axis, domain: [0.515, 1] } as Layout['xaxis2'] }),
    yaxis: { ...(measure === 'cents' && moneyTicks), nticks: 5 } as Layout['yaxis'],
  };
}

function summarize(series: BucketSeries[]): string {
  return series
    .map(({ label, buckets }) => {
      const stressed = buckets
        .filter((bucket) => bucket.isStressed)
        .reduce((sum, bucket) => sum + bucket.units, 0);
      const all = buckets.reduce((sum, bucket) => sum + bucket.units, 0);
      return words.summary(label, formatCount(all), formatCount(stressed));
    })
    .join(' ');
}
