import { Skeleton, useComputedColorScheme } from '@mantine/core';
import type { Data, Layout } from 'plotly.js';
import { lazy, Suspense, useCallback, useMemo, useRef } from 'react';
import { texts } from '../texts/texts';
import classes from './chart.module.css';
import { ChartFrame, type ChartFrameProps } from './chart-frame';
import { baseLayout, type ChartColors, readChartColors } from './chart-theme';
import { useChartsTurn } from './charts-turn';

const words = texts.components.chart;

const PlotlyCanvas = lazy(() =>
  import('./plotly-canvas').then((module) => ({ default: module.PlotlyCanvas })),
);

type Props = ChartFrameProps & {
  /** What a reader who cannot see the chart should know. */
  summary: string;
  draw(colors: ChartColors): { data: Data[]; layout?: Partial<Layout> };
  onPick?: (label: string, traceName: string) => void;
};

/**
 * A chart in its panel, with the table behind it one key away, copied as text or saved as a picture.
 * `draw` must be stable (useCallback): a new one means a new drawing.
 */
export function Chart({ summary, draw, onPick, height = 220, ...frame }: Props) {
  const { name, title, isFilling } = frame;
  const isTurn = useChartsTurn();
  const plot = useRef<HTMLElement | null>(null);
  const scheme = useComputedColorScheme('light');
  const drawing = useMemo(() => themed(draw, scheme), [draw, scheme]);
  const keepPlot = useCallback((element: HTMLElement) => {
    plot.current = element;
  }, []);
  const waiting = <Skeleton height={isFilling ? '100%' : height - 8} radius="md" />;
  return (
    <ChartFrame {...frame} height={height} onSavePicture={() => savePicture(plot.current, name)}>
      <figure className={classes.figure} aria-label={words.described(title, summary)}>
        {isTurn ? (
          <Suspense fallback={waiting}>
            <PlotlyCanvas {...drawing} onPick={onPick} onReady={keepPlot} />
          </Suspense>
        ) : (
          waiting
        )}
      </figure>
    </ChartFrame>
  );
}

function themed(draw: Props['draw'], _scheme: string) {
  const colors = readChartColors();
  const base = baseLayout(colors);
  const { data, layout = {} } = draw(colors);
  return {
    data,
    layout: {
      ...base,
      ...layout,
      xaxis: { ...base.xaxis, ...layout.xaxis },
      yaxis: { ...base.yaxis, ...layout.yaxis },
    },
  };
}

async function savePicture(element: HTMLElement | null, name: string) {
  if (!element) return;
  const { default: Plotly } = await import('plotly.js-strict-dist-min');
  await Plotly.downloadImage(element, { format: 'png', width: 1200, height: 500, filename: `doso-${name}` });
}
